package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.step.Detection;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can stand in the journal, by the types that an execution is made of. */
class JournalPrivacyTest {
  private final Set<Class<?>> found = new LinkedHashSet<>();

  @Test
  void noExecutionCanHoldAFacePrintOrAPhoto() {
    walk(Execution.class);

    assertThat(found)
        .contains(Execution.class, StepOutput.FaceMatches.class, Verdict.Rejected.class)
        .doesNotContain(FacePrint.class, DetectedFace.class, Photo.class, Picture.class)
        .doesNotContain(byte[].class, float[].class, double[].class, Object.class);
  }

  @Test
  void theWalkFindsWhatIsHidden() {
    walk(Detection.Suitable.class);

    assertThat(found).contains(FacePrint.class, Picture.class);
  }

  private void walk(Type type) {
    switch (type) {
      case Class<?> kind -> walkClass(kind);
      case ParameterizedType generic -> {
        walk(generic.getRawType());
        Arrays.stream(generic.getActualTypeArguments()).forEach(this::walk);
      }
      case WildcardType wildcard -> Arrays.stream(wildcard.getUpperBounds()).forEach(this::walk);
      case GenericArrayType array -> walk(array.getGenericComponentType());
      default -> throw new AssertionError("Not looked into: " + type);
    }
  }

  private void walkClass(Class<?> kind) {
    if (!found.add(kind)) {
      return;
    }
    if (kind.isRecord()) {
      for (RecordComponent component : kind.getRecordComponents()) {
        walk(component.getGenericType());
      }
    }
    if (kind.isSealed()) {
      Arrays.stream(kind.getPermittedSubclasses()).forEach(this::walk);
    }
  }
}
