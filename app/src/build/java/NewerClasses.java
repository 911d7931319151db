import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ConstantDescs;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Brings the classes of jars that were compiled for a JVM before Java 6 to the form of Java 8,
 * which says of each branch what is on the stack. Only such classes can the JVM keep in its cache;
 * of others it reads and checks all at each start. What they do stays the same. Jars without such
 * classes are left alone.
 *
 * <p>Run by the build: {@code java NewerClasses.java FOLDER}
 */
public final class NewerClasses {
  private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;
  private static final ClassTransform NEWER =
      ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
          .andThen(
              (made, part) -> {
                if (part instanceof ClassFileVersion) {
                  made.withVersion(ClassFile.JAVA_8_VERSION, 0);
                } else {
                  made.with(part);
                }
              });

  public static void main(String[] folders) throws IOException {
    for (String folder : folders) {
      List<Path> jars = jars(Path.of(folder));
      try (URLClassLoader all = new URLClassLoader(urls(jars))) {
        ClassFile maker =
            ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ClassHierarchyResolverOption.of(resolver(all)));
        for (Path jar : jars) {
          if (isOld(jar)) {
            rewrite(jar, maker);
          }
        }
      }
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static URL[] urls(List<Path> jars) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  /** What is not there, because it is optional, is an object like any other. */
  private static ClassHierarchyResolver resolver(ClassLoader all) {
    return ClassHierarchyResolver.ofResourceParsing(all)
        .orElse(_ -> ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object))
        .cached();
  }

  /** As its first class is. */
  private static boolean isOld(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF")) {
          return isOld(entry, file.getInputStream(entry).readNBytes(Long.BYTES));
        }
      }
      return false;
    }
  }

  private static boolean isOld(JarEntry entry, byte[] beginning) {
    return entry.getName().endsWith(".class")
        && ByteBuffer.wrap(beginning).getShort(Integer.BYTES + Short.BYTES) < FIRST_WITH_STACK_MAPS;
  }

  private static void rewrite(Path jar, ClassFile maker) throws IOException {
    Path made = Path.of(jar + ".newer");
    try (JarFile file = new JarFile(jar.toFile());
        OutputStream bytes = Files.newOutputStream(made);
        JarOutputStream out = new JarOutputStream(bytes)) {
      for (JarEntry entry : Collections.list(file.entries())) {
        byte[] content = file.getInputStream(entry).readAllBytes();
        JarEntry same = new JarEntry(entry.getName());
        same.setTime(entry.getTime());
        out.putNextEntry(same);
        out.write(
            isOld(entry, content) ? maker.transformClass(maker.parse(content), NEWER) : content);
        out.closeEntry();
      }
    }
    Files.move(made, jar, StandardCopyOption.ATOMIC_MOVE);
  }
}
