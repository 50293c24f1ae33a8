import sharp from "sharp";
import { fileLimits, imageSizes, lookLimits } from "~/file/fileLimits";
import { ReadingRefused } from "./reading";

// The processors are for those who are answered.
sharp.concurrency(1);
sharp.cache(false);

/** An image in the two sizes in which it is kept. */
export interface MadeImage {
  screen: Buffer;
  thumbnail: Buffer;
  width: number;
  height: number;
}

const pixels = fileLimits.megapixels * 1_000_000;
const white = { background: "#ffffff" };

/**
 * Makes an image anew, upright and without anything that the camera noted, such as where it was taken. Throws
 * ReadingRefused with `imageTooLarge`, `fileDamaged` or `fileTakesTooLongToTell`.
 */
export async function makeImage(file: Buffer): Promise<MadeImage> {
  try {
    const { width: wide, height: high } = await sharp(file, { limitInputPixels: false }).metadata();
    if (wide * high > pixels)
      throw new ReadingRefused("imageTooLarge", { megapixels: fileLimits.megapixels });
    const screen = await sized(file, imageSizes.screen, 82);
    const thumbnail = await sized(screen.data, imageSizes.thumbnail, 76);
    const { width, height } = screen.info;
    return { screen: screen.data, thumbnail: thumbnail.data, width, height };
  } catch (error) {
    if (error instanceof ReadingRefused) throw error;
    const { seconds } = lookLimits;
    const tookLong = error instanceof Error && error.message.startsWith("timeout");
    throw tookLong
      ? new ReadingRefused("fileTakesTooLongToTell", { seconds })
      : new ReadingRefused("fileDamaged");
  }
}

function sized(file: Buffer, side: number, quality: number) {
  return sharp(file, { limitInputPixels: pixels, failOn: "error" })
    .timeout({ seconds: lookLimits.seconds })
    .autoOrient()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .flatten(white)
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true });
}
