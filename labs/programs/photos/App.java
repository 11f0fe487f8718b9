/** Looks at photos, pixel by pixel, and says which is the lightest to the eye. */
public class App {
  static final int PIXELS = 20_000;

  record Seen(double mean, int dark) {}

  /**
   * Light. A screen is given the strength of a colour, on a scale that fits the eye. How much light that makes, an
   * instrument has measured at some strengths.
   */
  static final class Light {
    static final int STEP = 5;

    record Point(int strength, double light) {}

    /** As the instrument wrote it down, from dark to light. */
    static final Point[] CURVE = new Point[52];

    static {
      for (int point = 0; point < CURVE.length; point++) {
        CURVE[point] = new Point(STEP * point, Math.pow(point / 51.0, 2.2));
      }
    }

    // #region light
    /** The light of one colour of a pixel, from 0 to 1. */
    static double lightOf(int strength) {
      int point = 0;
      while (CURVE[point].strength() < strength) point++;
      return CURVE[point].light();
    }
    // #endregion
  }

  public static void main(String[] arguments) {
    int photos = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    int lightest = 0;
    double lightestMean = 0;
    int dark = 0;
    for (int number = 0; number < photos; number++) {
      Seen seen = lookAt(photoNumber(number));
      dark += seen.dark();
      if (seen.mean() > lightestMean) {
        lightest = number;
        lightestMean = seen.mean();
      }
    }
    System.out.println(photos + " photos; number " + lightest + " is the lightest; " + dark + " pixels are dark");
  }

  // #region photo
  /** Mean light of a photo, and how many of its pixels are dark. */
  static Seen lookAt(int[] photo) {
    double sum = 0;
    int dark = 0;
    for (int at = 0; at < photo.length; at += 3) {
      double red = Light.lightOf(photo[at]);
      double green = Light.lightOf(photo[at + 1]);
      double blue = Light.lightOf(photo[at + 2]);
      double light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      if (light < 0.1) dark++;
      sum += light;
    }
    return new Seen(sum / (photo.length / 3.0), dark);
  }
  // #endregion

  /** Stands for a file that somebody has sent. */
  static int[] photoNumber(int number) {
    int[] photo = new int[3 * PIXELS];
    int state = number + 1;
    for (int at = 0; at < photo.length; at++) {
      state = state * 1664525 + 1013904223;
      photo[at] = state >>> 24;
    }
    return photo;
  }
}
