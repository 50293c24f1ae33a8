/**
 * `npm run gallery`: shows every part of the interface in every state. With `-- --pictures FOLDER` it writes a
 * picture of each part in both languages and both themes instead.
 */
import { parseArgs } from "node:util";
import { takePictures } from "./pictures.js";
import { serveGallery } from "./serve.js";

const { values } = parseArgs({ options: { pictures: { type: "string" } } });
if (values.pictures === undefined) {
  const { origin } = await serveGallery(Number(process.env.PORT ?? 3000));
  console.log(`\n  Gallery: ${origin}\n`);
} else {
  const gallery = await serveGallery(0);
  try {
    console.log(`${await takePictures(gallery.origin, values.pictures)} pictures in ${values.pictures}`);
  } finally {
    await gallery.close();
  }
}
