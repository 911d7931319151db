import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;

/**
 * Puts faces of strangers beside those that a data folder's riders have: {@code Strangers DATABASE
 * NUMBER}. Two of them are 0.85 apart, as two strangers' descriptors are. Nobody may use the
 * database meanwhile.
 */
final class Strangers {
  private static final int LENGTH = 128;
  private static final int ROWS_PER_BLOCK = 1024;
  private static final String COLLECTION = "select collection_id, max(vector_row) + 1 from face";
  private static final String FACE =
      """
      insert into face (collection_id, face_id, image_id, external_image_id,
        box_left, box_top, box_width, box_height, confidence, descriptor, vector_row)
      values (?, ?, ?, ?, 0.25, 0.25, 0.5, 0.5, 99, ?, ?)
      """;
  private static final String BLOCK =
      "insert or replace into vector_block (collection_id, block, generation) values (?, ?, random())";

  private final Random random = new Random(1);

  private Strangers() {}

  public static void main(String[] arguments) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + arguments[0])) {
      database.setAutoCommit(false);
      new Strangers().fill(database, Integer.parseInt(arguments[1]));
      database.commit();
    }
  }

  private void fill(Connection database, int number) throws SQLException {
    try (var collections = database.createStatement();
        var collection = collections.executeQuery(COLLECTION);
        PreparedStatement face = database.prepareStatement(FACE);
        PreparedStatement block = database.prepareStatement(BLOCK)) {
      String id = collection.getString(1);
      int first = collection.getInt(2);
      for (int row = first; row < first + number; row++) {
        face.setString(1, id);
        face.setString(2, anyId());
        face.setString(3, anyId());
        face.setString(4, "stranger-" + row);
        face.setBytes(5, descriptor());
        face.setInt(6, row);
        face.addBatch();
        if (row % ROWS_PER_BLOCK == 0 || row == first) {
          face.executeBatch();
          block.setString(1, id);
          block.setInt(2, row / ROWS_PER_BLOCK);
          block.execute();
        }
      }
      face.executeBatch();
    }
  }

  private String anyId() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private byte[] descriptor() {
    ByteBuffer numbers = ByteBuffer.allocate(4 * LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < LENGTH; i++) {
      numbers.putFloat((float) (random.nextGaussian() * 0.6 / Math.sqrt(LENGTH)));
    }
    return numbers.array();
  }
}
