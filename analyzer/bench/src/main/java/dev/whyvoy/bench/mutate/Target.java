package dev.whyvoy.bench.mutate;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;

/** A test that takes any bytes; Jazzer calls the same ones. Throws what is wrong. */
final class Target {
  private final MethodHandle test;

  private Target(MethodHandle test) {
    this.test = test;
  }

  /**
   * The test {@code method(byte[])} of a class with a constructor without arguments.
   *
   * @param folder where it may write, given to its static temporary folders
   */
  static Target of(String className, String method, Path folder)
      throws ReflectiveOperationException, IOException {
    Class<?> type = Class.forName(className);
    for (Field field : type.getDeclaredFields()) {
      for (Annotation annotation : field.getAnnotations()) {
        if (annotation.annotationType().getSimpleName().equals("TempDir")) {
          field.setAccessible(true);
          field.set(null, Files.createTempDirectory(folder, method));
        }
      }
    }
    Constructor<?> made = type.getDeclaredConstructor();
    made.setAccessible(true);
    Method test = type.getDeclaredMethod(method, byte[].class);
    test.setAccessible(true);
    return new Target(
        MethodHandles.lookup()
            .unreflect(test)
            .bindTo(made.newInstance())
            .asType(MethodType.methodType(void.class, byte[].class)));
  }

  /** Tries one input; whatever is wrong is thrown. */
  @SuppressWarnings("IllegalThrows")
  void run(byte[] input) throws Throwable {
    test.invokeExact(input);
  }
}
