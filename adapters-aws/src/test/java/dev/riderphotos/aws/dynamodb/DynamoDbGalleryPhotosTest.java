package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.GalleryPhoto;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.PhotoDigest;
import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.GalleryPhotosContract;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnAws
class DynamoDbGalleryPhotosTest extends GalleryPhotosContract {
  private final Aws aws;
  private final GalleryTables tables;
  private final DynamoDbGalleryPhotos gallery;

  DynamoDbGalleryPhotosTest(Aws aws) {
    this.aws = aws;
    this.tables =
        new GalleryTables(
            aws.newTable(GalleryTables::photos), aws.newTable(GalleryTables::faces), "none");
    this.gallery = new DynamoDbGalleryPhotos(aws.dynamoDb(), tables);
  }

  @Override
  protected GalleryPhotos gallery() {
    return gallery;
  }

  /** What others read who know no more than Rekognition's names. */
  @Test
  void aFaceIsARowUnderRekognitionsNames() {
    PhotoName name = new PhotoName("Keanu-Reeves.jpg");
    IndexedFace face =
        new IndexedFace(
            new FaceId("f"),
            new ImageId("i"),
            name.externalImageId(),
            new BoundingBox(0.125, 0.25, 0.5, 0.75),
            99.5);
    PhotoRef ref = new PhotoRef("gallery", name.value());
    PhotoDigest content = new PhotoDigest("0".repeat(64));
    PhotoMetadata metadata = new PhotoMetadata(new TreeMap<>(Map.of("name", "Keanu")));
    FaceRecord record = new FaceRecord(face, ref, content, metadata, null);

    assertThat(
            gallery.replace(
                null,
                new GalleryPhoto(
                    ref, UUID.randomUUID(), content, List.of(record), List.of(), null)))
        .isPresent();

    assertThat(aws.dynamoDb().scan(scan -> scan.tableName(tables.faces())).items())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("FaceId", AttributeValue.fromS("f"))
                    .containsEntry("ImageId", AttributeValue.fromS("i"))
                    .containsEntry("ExternalImageId", AttributeValue.fromS("Keanu-Reeves.jpg"))
                    .containsEntry("Confidence", AttributeValue.fromN("99.5"))
                    .containsEntry(
                        "BoundingBox",
                        AttributeValue.fromM(
                            Map.of(
                                "Left", AttributeValue.fromN("0.125"),
                                "Top", AttributeValue.fromN("0.25"),
                                "Width", AttributeValue.fromN("0.5"),
                                "Height", AttributeValue.fromN("0.75"))))
                    .containsEntry("bucket", AttributeValue.fromS("gallery"))
                    .containsEntry("key", AttributeValue.fromS("Keanu-Reeves.jpg"))
                    .containsEntry(
                        "metadata",
                        AttributeValue.fromM(Map.of("name", AttributeValue.fromS("Keanu")))));
  }
}
