package dev.riderphotos.verification;

import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.access.RevokeLinks;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.gallery.DeletePhoto;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderNotifier;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Erases riders who want it, at once or when what runs of theirs has ended. The wish is kept before
 * anything is done, then the rider's links end, then the rider goes, what the rider asked for and
 * was told, and the wish last: what was cut short is done by whoever looks next, and every step may
 * be repeated. As long as the wish is there {@link ErasureGuard} begins nothing for the rider. A
 * verification that was let in just before keeps the wish for another turn.
 */
public final class EraseRider {
  /** Riders share locks, and seldom wait for each other. */
  private static final int LOCKS = 64;

  private final List<Lock> locks = Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();
  private final ErasureWishes wishes;
  private final RevokeLinks links;
  private final LinkRequests requests;
  private final LinkRegister register;
  private final ForgetRider forgetting;
  private final Executions executions;
  private final ErasureReceipts receipts;
  private final RiderNotifier notifier;
  private final DeletedData deleted;
  private final WriteReceipt writing;
  private final DeletePhoto gallery;

  public EraseRider(
      ErasureWishes wishes,
      RevokeLinks links,
      LinkRequests requests,
      LinkRegister register,
      ForgetRider forgetting,
      Executions executions,
      ErasureReceipts receipts,
      RiderNotifier notifier,
      DeletedData deleted,
      WriteReceipt writing,
      DeletePhoto gallery) {
    this.wishes = wishes;
    this.links = links;
    this.requests = requests;
    this.register = register;
    this.forgetting = forgetting;
    this.executions = executions;
    this.receipts = receipts;
    this.notifier = notifier;
    this.deleted = deleted;
    this.writing = writing;
    this.gallery = gallery;
  }

  /** Erases the rider now, or notes that it is to be done: then the answer is that it is busy. */
  public Erasure erase(RiderId rider) {
    return erase(rider, List.of());
  }

  /**
   * The same, and photos of the gallery, which know nothing of riders: those that are named go at
   * once. With none named it is not looked at, and the receipt says so.
   */
  public Erasure erase(RiderId rider, List<PhotoName> galleryPhotos) {
    writing.prepare();
    wishes.add(rider);
    if (!galleryPhotos.isEmpty()) {
      long there = galleryPhotos.stream().filter(name -> gallery.delete(name).isPresent()).count();
      receipts.noteGallery(rider, (int) there);
    }
    return locked(rider);
  }

  /** Does what was wished for of this rider, as far as it can be done now; nothing else. */
  public void carryOut(RiderId rider) {
    if (wishes.contain(rider)) {
      Erasure _ = locked(rider);
    }
  }

  /** One at a time in a process, so that the receipt of a rider's erasure is one. */
  private Erasure locked(RiderId rider) {
    Lock lock = locks.get(Math.floorMod(rider.hashCode(), LOCKS));
    lock.lock();
    try {
      return wishes.contain(rider)
          ? fulfil(rider)
          : receipts.of(rider).orElseGet(() -> Erasure.Erased.nothing(rider));
    } finally {
      lock.unlock();
    }
  }

  private Erasure fulfil(RiderId rider) {
    writing.prepare();
    links.revokeAll(rider);
    return switch (forgetting.forget(rider)) {
      case Erasure.Busy busy -> busy;
      case Erasure.Erased erased -> finish(erased);
    };
  }

  /**
   * The receipt is written when all is gone, also from what deleted records leave behind, and is
   * there before the wish goes: whoever sees that it has gone can have the receipt.
   */
  private Erasure.Erased finish(Erasure.Erased erased) {
    RiderId rider = erased.rider();
    requests.close(rider);
    register.forget(rider);
    int mails = notifier.forget(rider);
    deleted.overwrite();
    Integer photos = receipts.takeGallery(rider);
    Erasure.Erased receipt =
        writing.of(erased.with(erased.traces().withMails(mails).withGallery(photos)));
    receipts.keep(receipt);
    if (RiderHistory.of(rider, executions).isEmpty()) {
      wishes.remove(rider);
    }
    deleted.overwrite(); // of the wish
    return receipt;
  }
}
