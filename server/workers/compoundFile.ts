const endOfChain = 0xfffffffe;
const none = 0xffffffff;
const entryBytes = 128;
// A directory of more sectors than this is of no office file.
const mostSectors = 4_096;

/**
 * Lists the names in the root of a compound file, the older format of office files; what is embedded stands deeper.
 * Returns null where it is damaged.
 */
export function rootNames(file: Buffer): Set<string> | null {
  try {
    const directory = directoryOf(file);
    return directory && namesUnder(directory);
  } catch (error) {
    // What points beyond its end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function directoryOf(file: Buffer): Buffer | null {
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const size = 1 << shift;
  const sectorAt = (sector: number) => file.subarray((sector + 1) * size, (sector + 2) * size);
  const next = (sector: number) => {
    const perSector = size / 4;
    const at = Math.floor(sector / perSector);
    // The table of the first 109 is in the header; a directory lies within them.
    const table = at < 109 ? file.readUInt32LE(76 + at * 4) : none;
    return sectorAt(table).readUInt32LE((sector % perSector) * 4);
  };
  const parts: Buffer[] = [];
  for (let sector = file.readUInt32LE(48); sector !== endOfChain; sector = next(sector)) {
    if (parts.length >= mostSectors) return null;
    parts.push(sectorAt(sector));
  }
  return Buffer.concat(parts);
}

function namesUnder(directory: Buffer): Set<string> {
  const names = new Set<string>();
  const seen = new Set<number>();
  const waiting = [directory.readUInt32LE(76)];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === none || seen.has(at)) continue;
    seen.add(at);
    const start = at * entryBytes;
    const length = directory.readUInt16LE(start + 64);
    if (length > 64) continue;
    names.add(directory.toString("utf16le", start, start + Math.max(0, length - 2)));
    waiting.push(directory.readUInt32LE(start + 68), directory.readUInt32LE(start + 72));
  }
  return names;
}
