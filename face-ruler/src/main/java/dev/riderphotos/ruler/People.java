package dev.riderphotos.ruler;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who is on which photo. People are numbered by the order of their digests and each is stood for by
 * the photo with the least one, so that nothing depends on the order in which photos were
 * described.
 */
final class People {
  private final int[] ofPhoto;
  private final int[] registered;
  private final byte[] groups;

  private People(int[] ofPhoto, int[] registered, byte[] groups) {
    this.ofPhoto = ofPhoto;
    this.registered = registered;
    this.groups = groups;
  }

  static People of(DescriptorFile photos, Groups groups) {
    long[] digests =
        IntStream.range(0, photos.photos()).mapToLong(photos::person).sorted().distinct().toArray();
    int[] ofPhoto = new int[photos.photos()];
    int[] registered = new int[digests.length];
    Arrays.fill(registered, -1);
    for (int photo = 0; photo < ofPhoto.length; photo++) {
      int person = Arrays.binarySearch(digests, photos.person(photo));
      ofPhoto[photo] = person;
      if (registered[person] < 0 || photos.key(photo) < photos.key(registered[person])) {
        registered[person] = photo;
      }
    }
    return new People(ofPhoto, registered, groupsOf(digests, groups));
  }

  int size() {
    return registered.length;
  }

  int of(int photo) {
    return ofPhoto[photo];
  }

  /** Whether the photo stands for its person among the registered. */
  boolean isRegistered(int photo) {
    return registered[ofPhoto[photo]] == photo;
  }

  /** The number of a person's group, or -1. */
  int group(int person) {
    return groups[person];
  }

  int inGroup(int group) {
    int found = 0;
    for (byte each : groups) {
      found += each == group ? 1 : 0;
    }
    return found;
  }

  private static byte[] groupsOf(long[] digests, Groups groups) {
    byte[] of = new byte[digests.length];
    for (int person = 0; person < of.length; person++) {
      of[person] = (byte) groups.of(digests[person]);
    }
    return of;
  }
}
