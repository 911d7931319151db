package dev.riderphotos.lambda;

import static java.util.Objects.requireNonNull;

import dev.riderphotos.aws.AwsCallWatcher;
import dev.riderphotos.aws.AwsCalls;
import dev.riderphotos.aws.dynamodb.DynamoDbCases;
import dev.riderphotos.aws.dynamodb.DynamoDbDistinctions;
import dev.riderphotos.aws.dynamodb.DynamoDbDrinkPhotos;
import dev.riderphotos.aws.dynamodb.DynamoDbExecutions;
import dev.riderphotos.aws.dynamodb.DynamoDbFaceCounterparts;
import dev.riderphotos.aws.dynamodb.DynamoDbGalleryPhotos;
import dev.riderphotos.aws.dynamodb.DynamoDbJudgements;
import dev.riderphotos.aws.dynamodb.DynamoDbLiveCollections;
import dev.riderphotos.aws.dynamodb.DynamoDbRiderProfiles;
import dev.riderphotos.aws.rekognition.RekognitionFaceCollections;
import dev.riderphotos.aws.rekognition.RekognitionFaceDetector;
import dev.riderphotos.aws.rekognition.RekognitionRiderFaces;
import dev.riderphotos.aws.rekognition.RekognitionStoredPrints;
import dev.riderphotos.aws.rekognition.RiderFacesSettings;
import dev.riderphotos.aws.s3.S3ExtractionStore;
import dev.riderphotos.aws.s3.S3PhotoStore;
import dev.riderphotos.aws.ses.SesNotifier;
import dev.riderphotos.aws.sqs.ArrivalDelivery;
import dev.riderphotos.aws.sqs.SqsQueue;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.documents.CropJson;
import dev.riderphotos.drink.DrinkSettings;
import dev.riderphotos.drink.RecordDrinkPhoto;
import dev.riderphotos.drink.Recording;
import dev.riderphotos.event.Bucket;
import dev.riderphotos.event.BucketOwners;
import dev.riderphotos.event.Buckets;
import dev.riderphotos.extraction.ExtractArrivedFaces;
import dev.riderphotos.extraction.ExtractFaces;
import dev.riderphotos.extraction.Extraction;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.KeptCollection;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.Role;
import dev.riderphotos.gallery.GalleryFaces;
import dev.riderphotos.gallery.GallerySettings;
import dev.riderphotos.gallery.IndexArrivedPhoto;
import dev.riderphotos.gallery.IndexPhoto;
import dev.riderphotos.gallery.PhotoIndexing;
import dev.riderphotos.gallery.PhotoTurns;
import dev.riderphotos.imaging.ImageIoFaceCropper;
import dev.riderphotos.imaging.ImageIoPhotoOpener;
import dev.riderphotos.imaging.ThumbnailatorThumbnailer;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Thumbnailer;
import dev.riderphotos.review.Clearances;
import dev.riderphotos.review.Judgements;
import dev.riderphotos.review.OpenCases;
import dev.riderphotos.review.Parties;
import dev.riderphotos.rider.LiveRiderProfiles;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.step.AddFaceToIndex;
import dev.riderphotos.step.CheckFaceDuplicate;
import dev.riderphotos.step.FaceDetection;
import dev.riderphotos.step.MakeThumbnail;
import dev.riderphotos.step.PersistMetadata;
import dev.riderphotos.step.PhotoDoesNotMeetRequirement;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.verification.SeparateStates;
import dev.riderphotos.verification.WorkflowStates;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * All wiring of the functions, by hand: the adapters for AWS, and the use cases on them. One for
 * each environment; made when the first handler is, so that a snapshot has it.
 */
final class Wiring {
  /** One photo is open at a time, of as many pixels as any may have. */
  private static final long PICTURE_MEMORY = 240_000_000;

  /** The wait for the turn of registration leaves a function the time to use it. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final class Holder {
    static final Wiring ONE = new Wiring(FunctionSettings.ofThisFunction());
  }

  private final FunctionSettings settings;
  private final InstantSource clock = Clock.systemUTC();
  private final FunctionLog log = new FunctionLog();
  private final SdkHttpClient connections = AwsCalls.connections();
  private final ClientOverrideConfiguration calls = AwsCalls.configuration(AwsCallWatcher.NONE);
  private final S3Client s3;
  private final DynamoDbClient dynamoDb;
  private final RekognitionClient rekognition;
  private final PhotoOpener opener = new ImageIoPhotoOpener(PICTURE_MEMORY);
  private final Thumbnailer thumbnailer = new ThumbnailatorThumbnailer();
  private final S3PhotoStore photos;
  private final RekognitionFaceDetector detector;
  private final LiveCollections live;
  private final FaceCounterparts counterparts;
  private final SqsQueue dead;
  private final Consents consents;
  private final StateFunctions functions;

  Wiring(FunctionSettings settings) {
    this.settings = settings;
    this.s3 =
        client(S3Client.builder())
            .forcePathStyle(Boolean.parseBoolean(settings.text("aws.path-style", "false")))
            .build();
    this.dynamoDb = client(DynamoDbClient.builder()).build();
    this.rekognition = client(RekognitionClient.builder()).build();
    this.photos = new S3PhotoStore(s3, Set.of());
    this.detector = new RekognitionFaceDetector(rekognition, true, thumbnailer);
    this.live =
        new DynamoDbLiveCollections(
            dynamoDb,
            settings.table("live-collections"),
            Map.of(Role.RIDERS, settings.riders(), Role.GALLERY, settings.gallery()));
    this.counterparts = new DynamoDbFaceCounterparts(dynamoDb, settings.table("face-counterparts"));
    this.dead =
        new SqsQueue(
            client(SqsClient.builder()).build(),
            settings.text("aws.dead-letter-queue", "rider-photos-events-dead"));
    this.consents = settings.consents();
    this.functions =
        new StateFunctions(
            states(),
            settings.riderSettings().photoBucket(),
            photo -> consents.told(photos, photo, clock.instant()));
  }

  static StateFunctions functions() {
    return Holder.ONE.functions;
  }

  /** What deals with messages of the queue. */
  static ArrivalDelivery arrivals() {
    return Holder.ONE.delivery();
  }

  /** Has the classes loaded that open a picture and make it small. */
  static void prime() {
    Holder.ONE.opensAPicture();
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B client(B builder) {
    return builder.httpClient(connections).overrideConfiguration(calls);
  }

  private SeparateStates states() {
    RiderSettings riders = settings.riderSettings();
    RiderProfiles profiles =
        new LiveRiderProfiles(
            new DynamoDbRiderProfiles(dynamoDb, settings.table("riders")), live, counterparts);
    RekognitionRiderFaces collection =
        new RekognitionRiderFaces(
            rekognition,
            dynamoDb,
            new RiderFacesSettings(
                new KeptCollection(Role.RIDERS, settings.riders(), settings.faceModel()),
                settings.faceTables(),
                settings.duplicates(),
                settings.nearness(),
                LEASE,
                PATIENCE),
            live,
            counterparts,
            clock);
    Judgements judgements = new DynamoDbJudgements(dynamoDb, settings.table("reviews"));
    Clearances clearances = new Clearances(judgements, collection);
    DynamoDbExecutions executions = executions();
    WorkflowStates states =
        new WorkflowStates(
            new FaceDetection(photos, opener, detector, riders, consents, clearances),
            new CheckFaceDuplicate(collection, profiles, riders, clearances),
            new AddFaceToIndex(collection, profiles, riders, clearances),
            new MakeThumbnail(thumbnailer, photos, profiles, riders),
            new PersistMetadata(profiles, collection, photos, riders, clearances),
            new PhotoDoesNotMeetRequirement(
                new SesNotifier(
                    client(SesV2Client.builder()).build(), settings.sender(), settings.footer()),
                riders));
    OpenCases cases =
        new OpenCases(
            new DynamoDbCases(
                dynamoDb,
                settings.table("reviews"),
                settings.retention().casesAtMost(),
                settings.announcements()),
            new Parties(profiles, collection, executions),
            settings.reviews(),
            clock);
    return new SeparateStates(
        states, cases, new RekognitionStoredPrints(s3), executions, log, clock);
  }

  private DynamoDbExecutions executions() {
    return new DynamoDbExecutions(
        dynamoDb,
        settings.table("executions"),
        settings.lease(),
        settings.retention().executionsAtMost(),
        clock,
        settings.announcements());
  }

  ArrivalDelivery delivery() {
    return new ArrivalDelivery(
        dead, new BucketOwners(Buckets.of(List.of(drinks(), extraction(), gallery()))), log);
  }

  private Bucket drinks() {
    DrinkSettings drinks =
        new DrinkSettings(
            settings.text("drinks.photo-bucket", DrinkSettings.DEFAULT.photoBucket()),
            settings.text("drinks.thumbnail-bucket", DrinkSettings.DEFAULT.thumbnailBucket()),
            DrinkSettings.DEFAULT.uploadValidity(),
            DrinkSettings.DEFAULT.linkValidity());
    RecordDrinkPhoto recording =
        new RecordDrinkPhoto(
            new DynamoDbDrinkPhotos(dynamoDb, settings.table("drinks")),
            photos,
            opener,
            thumbnailer,
            drinks);
    return Bucket.of(drinks.photoBucket())
        .ownedBy(
            event -> {
              Recording _ = recording.record(event);
            });
  }

  private Bucket extraction() {
    ExtractFaces extraction =
        new ExtractFaces(
            opener,
            detector,
            new ImageIoFaceCropper(),
            new S3ExtractionStore(s3, settings.text("extraction.output-bucket", "extracted-faces")),
            new CropJson(),
            clock);
    ExtractArrivedFaces arrival =
        new ExtractArrivedFaces(extraction, photos, settings.extraction());
    return Bucket.of(settings.text("extraction.input-bucket", "extraction-input"))
        .ownedBy(
            event -> {
              Optional<Extraction> _ = arrival.extract(event);
            });
  }

  private Bucket gallery() {
    GallerySettings gallery =
        new GallerySettings(
            settings.text("gallery.bucket", "gallery"),
            Double.parseDouble(settings.text("gallery.match-threshold", "80")),
            Integer.parseInt(settings.text("gallery.max-faces", "10")),
            QualityFilter.valueOf(settings.text("gallery.quality-filter", "AUTO")),
            settings.duration("gallery.lease", "1m"));
    DynamoDbGalleryPhotos records = new DynamoDbGalleryPhotos(dynamoDb, settings.galleryTables());
    GalleryFaces faces =
        new GalleryFaces(
            new RekognitionFaceCollections(rekognition, true, thumbnailer, this::allLive),
            live,
            counterparts,
            records,
            gallery);
    PhotoTurns turns = new PhotoTurns(records, gallery, clock);
    IndexPhoto indexing =
        new IndexPhoto(
            turns,
            photos,
            opener,
            faces,
            new DynamoDbDistinctions(dynamoDb, settings.galleryTables()));
    IndexArrivedPhoto arrival = new IndexArrivedPhoto(turns, photos, indexing);
    return Bucket.of(gallery.bucket())
        .ownedBy(
            event -> {
              Optional<PhotoIndexing> _ = arrival.index(event);
            });
  }

  private Set<CollectionId> allLive() {
    return Set.of(live.of(Role.RIDERS), live.of(Role.GALLERY));
  }

  private void opensAPicture() {
    var _ = requireNonNull(opener.open(Photo.of(PrimingPicture.bytes())));
  }
}
