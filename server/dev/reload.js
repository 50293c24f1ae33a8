const address = "virtual:huishang/reload";

/** Gives Vite the script of pages that have none: it loads them anew when a file has changed. */
export const reloading = {
  name: "huishang:reload",
  resolveId: (id) => (id === address ? `\0${address}` : undefined),
  load: (id) =>
    // The event that Remix sends with every change.
    id === `\0${address}` ? 'import.meta.hot.on("remix:hmr", () => location.reload());' : undefined,
};

/**
 * Public pages ship no script, so nothing in them would hear of a change: here they get one, behind their last
 * line. Pages with scripts are left as they are, React takes care of them.
 */
export function reloadPagesWithoutScript(request, response, next) {
  const { write, end } = response;
  let scripted = request.method !== "GET";
  response.write = (chunk, ...rest) => {
    scripted ||= Buffer.from(chunk).includes("<script");
    return write.call(response, chunk, ...rest);
  };
  response.end = (...rest) => {
    const isPage = /^text\/html/.test(String(response.getHeader("Content-Type")));
    if (isPage && !scripted)
      write.call(response, `<script type="module" src="/@id/__x00__${address}"></script>`);
    return end.apply(response, rest);
  };
  next();
}
