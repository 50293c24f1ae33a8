import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const candidates = [
  process.env.HUISHANG_LIBREOFFICE,
  "/usr/bin/soffice",
  "/usr/lib/libreoffice/program/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
];

/** The path of an installed LibreOffice, or undefined. */
export function findLibreOffice() {
  return candidates.find((path) => path && existsSync(path));
}

/** Tells whether Word files can be laid out and measured here. */
export const hasLibreOffice = () =>
  Boolean(findLibreOffice()) && spawnSync("pdftoppm", ["-v"], { stdio: "ignore" }).status === 0;

/**
 * Makes sure that Word files can be laid out and measured. On Debian as root LibreOffice and the tools for PDF files
 * are installed; elsewhere one sentence says that these tests are skipped.
 */
export function wantLibreOffice() {
  if (hasLibreOffice()) return;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    const apt = (...args) =>
      spawnSync("apt-get", args, {
        stdio: ["ignore", 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    apt("update", "-qq");
    apt(
      "install",
      "-y",
      "-qq",
      "libreoffice-writer-nogui",
      "poppler-utils",
      "fonts-liberation",
      "fonts-noto-cjk",
    );
  }
  if (!hasLibreOffice())
    process.stderr.write("Without LibreOffice and poppler the layout of Word files is not measured.\n");
}
