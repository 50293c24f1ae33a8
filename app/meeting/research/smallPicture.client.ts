/** Pixels of the longer side. */
const longest = 160;

/**
 * Draws an image small, as an address that holds it: the policy of the page lets no other local one be shown. Answers
 * null for what the browser cannot draw.
 */
export async function smallPicture(file: File): Promise<string | null> {
  if (!file.type.startsWith("image/")) return null;
  try {
    const image = await createImageBitmap(file);
    const share = Math.min(1, longest / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.width * share));
    canvas.height = Math.max(1, Math.round(image.height * share));
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    return canvas.toDataURL("image/jpeg", 0.8);
  } catch {
    return null;
  }
}
