package dev.riderphotos.embedded;

import dev.riderphotos.consent.Consents;
import dev.riderphotos.embedded.engine.EngineFaceDetector;
import dev.riderphotos.embedded.engine.EngineRiderFaces;
import dev.riderphotos.embedded.engine.LoadedCollections;
import dev.riderphotos.embedded.files.FilePhotoStore;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.SqliteCases;
import dev.riderphotos.embedded.sqlite.SqliteExecutions;
import dev.riderphotos.embedded.sqlite.SqliteFaceCounterparts;
import dev.riderphotos.embedded.sqlite.SqliteJudgements;
import dev.riderphotos.embedded.sqlite.SqliteLiveCollections;
import dev.riderphotos.embedded.sqlite.SqliteOutbox;
import dev.riderphotos.embedded.sqlite.SqliteRiderProfiles;
import dev.riderphotos.embedded.sqlite.SqliteSightings;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.ExecutionWatcher;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Step;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.DuplicateRule.FalseAlarms;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.Role;
import dev.riderphotos.imaging.ImageIoPhotoOpener;
import dev.riderphotos.imaging.ThumbnailatorThumbnailer;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Photograph;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Clearances;
import dev.riderphotos.review.ForgetReviews;
import dev.riderphotos.review.Judgements;
import dev.riderphotos.review.OpenCases;
import dev.riderphotos.review.Parties;
import dev.riderphotos.review.ReviewSettings;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.step.AddFaceToIndex;
import dev.riderphotos.step.CheckFaceDuplicate;
import dev.riderphotos.step.FaceDetection;
import dev.riderphotos.step.MakeThumbnail;
import dev.riderphotos.step.PersistMetadata;
import dev.riderphotos.step.PhotoDoesNotMeetRequirement;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.testkit.ImmediateRetries;
import dev.riderphotos.testkit.Ports;
import dev.riderphotos.testkit.RecordingRiderNotifier;
import dev.riderphotos.verification.ForgetRider;
import dev.riderphotos.verification.ForgetTraces;
import dev.riderphotos.verification.RunVerification;
import dev.riderphotos.verification.SubmitRiderPhoto;
import dev.riderphotos.verification.WorkflowStates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A verification from a photo's bytes to the commit, and the parts that no verification can do
 * without: one decode, one detection with descriptor, one thumbnail, and the two photos, the face,
 * the journal and the row on the disk. The rider is forgotten again between two verifications.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Xmx384m",
      "-XX:+UseSerialGC",
      "--enable-native-access=ALL-UNNAMED",
      "--add-modules=jdk.incubator.vector",
      "-Djava.awt.headless=true"
    })
@SuppressWarnings("NullAway.Init") // JMH calls open() first
public class VerificationBench {
  private static final RiderId RIDER = new RiderId("ada");
  private static final PhotoRef PART = new PhotoRef("rider-photos", "part");

  /** A photograph has a drawing's face, and noise, texture and a colour profile besides. */
  @Param({"drawing", "photograph"})
  public String kind = "";

  private Path path;
  private DataFolder folder;
  private Database database;
  private FaceEngine engine;

  private PhotoOpener opener;
  private FaceDetector detector;
  private Thumbnailer thumbnailer;
  private FilePhotoStore photos;
  private EngineRiderFaces collection;
  private SubmitRiderPhoto submission;
  private RunVerification verification;
  private ForgetRider forgetRider;

  private Photo photo;
  private Photo small;
  private Picture picture;
  private DetectedFace face;

  @Setup(Level.Trial)
  public void open() throws IOException {
    path = Files.createTempDirectory("rider-photos-bench");
    folder = DataFolder.open(path);
    database = Database.open(folder);
    engine = FaceEngine.open(BaseModel.FACEAPI_2);
    opener = new ImageIoPhotoOpener(400L << 20);
    detector = new EngineFaceDetector(_ -> engine, engine::model);
    thumbnailer = new ThumbnailatorThumbnailer();
    photos = new FilePhotoStore(folder, database);
    collection =
        new EngineRiderFaces(
            new LoadedCollections(
                database,
                Clock.systemUTC(),
                VectorFiles.of(folder),
                version -> FaceModel.of(version.base())),
            new SqliteLiveCollections(database, Map.of(Role.RIDERS, new CollectionId("bench"))),
            new SqliteFaceCounterparts(database),
            FaceModel.of(BaseModel.FACEAPI_2),
            new FalseAlarms(0.01));
    wire();
    Portrait portrait = Portrait.of(Person.ADA).size(1200, 800);
    photo =
        Photo.of(
            kind.equals("drawing")
                ? portrait.jpeg()
                : Photograph.jpeg(portrait, Photograph.LITTLE_COMPRESSION));
    picture = decode();
    small = thumbnailer.thumbnail(picture, 300);
    face = detector.detect(picture, null).getFirst();
  }

  private void wire() {
    SqliteRiderProfiles profiles = new SqliteRiderProfiles(database);
    SqliteExecutions executions = new SqliteExecutions(database);
    RiderSettings settings = RiderSettings.DEFAULT;
    Cases cases = new SqliteCases(database);
    Judgements judgements = new SqliteJudgements(database);
    Clearances clearances = new Clearances(judgements, collection);
    WorkflowStates states =
        new WorkflowStates(
            new FaceDetection(photos, opener, detector, settings, Consents.OFF, clearances),
            new CheckFaceDuplicate(collection, profiles, settings, clearances),
            new AddFaceToIndex(collection, profiles, settings, clearances),
            new MakeThumbnail(thumbnailer, photos, profiles, settings),
            new PersistMetadata(profiles, collection, photos, settings, clearances),
            new PhotoDoesNotMeetRequirement(new RecordingRiderNotifier(), settings));
    ImmediateRetries retries = new ImmediateRetries();
    Clock clock = Clock.systemUTC();
    OpenCases opening =
        new OpenCases(
            cases, new Parties(profiles, collection, executions), ReviewSettings.DEFAULT, clock);
    verification = new RunVerification(states, opening, executions, retries, new Nobody(), clock);
    submission = new SubmitRiderPhoto(verification, executions, photos, settings, clock);
    forgetRider =
        new ForgetRider(
            profiles,
            executions,
            collection,
            photos,
            Ports.noMigrations(),
            new ForgetReviews(cases, judgements, photos, profiles, collection),
            new SqliteSightings(database),
            new ForgetTraces(executions, photos, new SqliteOutbox(database, clock), settings),
            _ -> {});
  }

  @TearDown(Level.Invocation)
  public void forget() {
    Object _ = forgetRider.forget(RIDER);
    collection.deleteFacesOf(new ImageId("part"));
    photos.delete(PART);
  }

  @TearDown(Level.Trial)
  public void close() throws IOException {
    engine.close();
    database.close();
    folder.close();
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Benchmark
  public Execution verification() {
    Execution begun = submission.submit(RIDER, "selfie.jpg", photo, false, null);
    Execution ended = verification.run(begun.id());
    if (ended.status() != Status.VERIFIED) {
      throw new IllegalStateException("Not verified: " + ended);
    }
    return ended;
  }

  @Benchmark
  public Picture decode() {
    return switch (opener.open(photo)) {
      case Opened.Decoded(Picture decoded) -> {
        decoded.close(); // the benchmark keeps one picture open, and measures the rest
        yield decoded;
      }
      case Opened.Unacceptable refused -> throw new IllegalStateException(refused.toString());
    };
  }

  @Benchmark
  public List<DetectedFace> detectionAndDescriptor() {
    return detector.detect(picture, null);
  }

  @Benchmark
  public Photo thumbnail() {
    return thumbnailer.thumbnail(picture, 300);
  }

  @Benchmark
  public void storePhoto() {
    photos.put(PART, photo);
  }

  @Benchmark
  public void storeThumbnail() {
    photos.put(PART, small);
  }

  @Benchmark
  public Registration commitFace() {
    return collection.register(
        new NewFace(new ImageId("part"), ExternalImageId.of("part"), face, false));
  }

  /** The journal's seven commits and the row: transactions that write one small row each. */
  @Benchmark
  public int commitsOfJournalAndRow() {
    int written = 0;
    for (int i = 0; i < 8; i++) {
      written +=
          database.write(
              "write",
              connection -> {
                try (var statement =
                    connection.prepareStatement(
                        "insert or replace into object (bucket, key) values ('bench', ?)")) {
                  statement.setString(1, ExecutionId.random().toString());
                  return statement.executeUpdate();
                }
              });
    }
    return written;
  }

  /** Watches nothing. */
  private static final class Nobody implements ExecutionWatcher {
    @Override
    public void stepEnded(ExecutionId id, Step step) {}

    @Override
    public void executionEnded(Execution execution) {}

    @Override
    public void postponed(ExecutionId id, RuntimeException fault) {}
  }
}
