import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { createServer as createVite } from "vite";
import { alias } from "../../remix.config.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * Serves the gallery of the interface parts, from the source files as they are.
 * @param port 0 lets the system choose
 */
export async function serveGallery(port) {
  const http = createServer();
  const vite = await createVite({
    root: path("."),
    configFile: false,
    cacheDir: path("../../node_modules/.vite/gallery"),
    resolve: { alias, dedupe: ["react", "react-dom", "react-router", "react-router-dom"] },
    logLevel: "warn",
    // Every compiled file imports it, no written one: left out, it is met late and the page loaded again.
    optimizeDeps: { include: ["react/jsx-dev-runtime"] },
    server: { middlewareMode: true, hmr: { server: http }, fs: { allow: [path("../..")] } },
  });
  http.on("request", vite.middlewares);
  http.listen(port, "127.0.0.1");
  await once(http, "listening");
  return {
    origin: `http://localhost:${http.address().port}`,
    async close() {
      http.close();
      await vite.close();
    },
  };
}
