import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const candidates = [
  process.env.HUISHANG_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of an installed Chromium, or undefined. */
export function findChromium() {
  return candidates.find((path) => path && existsSync(path));
}

/**
 * Makes sure that there is a Chromium and a Chinese font for the browser tests. On Debian as root both are
 * installed; elsewhere one sentence says what is missing.
 */
export function requireChromium() {
  const debian = existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
  const font = existsSync("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
  if (findChromium() && (font || !debian)) return;
  if (!debian) {
    process.stderr.write("The browser tests need Chromium: install it, or name it in HUISHANG_CHROMIUM.\n");
    process.exit(1);
  }
  const apt = (...args) =>
    spawnSync("apt-get", args, {
      stdio: ["ignore", 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "chromium", "fonts-noto-cjk");
  if (!findChromium()) {
    process.stderr.write("Chromium could not be installed; install Debian's package chromium.\n");
    process.exit(1);
  }
}
