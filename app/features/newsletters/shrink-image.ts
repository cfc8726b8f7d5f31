import { imageWidth } from "~/domain/newsletters/image";

/** Octets under which an image is light enough for a mail as it is. */
const light = 250_000;

/**
 * An image made as wide as a mail shows it, in the browser, before it is sent. What is light already, or no image the
 * browser can read, is sent as it is, and the server says what it thinks of it.
 */
export async function shrinkImage(file: File): Promise<File> {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, imageWidth / bitmap.width);
    if (scale === 1 && file.size <= light) return file;
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    // A drawing or a picture of a screen stays what it is: JPEG blurs its letters.
    const type = file.type === "image/png" ? "image/png" : "image/jpeg";
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.82));
    return blob && blob.size < file.size ? new File([blob], file.name, { type }) : file;
  } catch {
    return file;
  }
}
