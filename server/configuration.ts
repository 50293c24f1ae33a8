import { z } from "zod";

const origins = z
  .string()
  .transform((text) => text.split(",").map((origin) => origin.trim()))
  .pipe(
    z
      .array(
        z.url({ protocol: /^https?$/ }).refine((url) => URL.canParse(url) && new URL(url).origin === url),
      )
      .min(1),
  );

// A local daemon that listens at UDP is `udp://127.0.0.1`.
const syslog = z
  .url({ protocol: /^udp$/ })
  .refine((text) => URL.canParse(text) && new URL(text).hostname !== "")
  .transform((text) => new URL(text))
  .transform(({ hostname, port }) => ({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 514) }));

const schema = z.object({
  /** Port to listen on; 0 lets the system choose one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address to listen on. */
  HUISHANG_HOST: z.string().default("127.0.0.1"),
  /** Folder of the database and of attachments. */
  HUISHANG_DATA: z.string().min(1).default("data"),
  /** The origins (scheme://host[:port], comma-separated) that people open the platform at. */
  HUISHANG_ORIGIN: origins,
  /** Signs the ledger; at least 32 characters; keep it apart from the data folder's backups. */
  HUISHANG_LEDGER_KEY: z.string().min(32),
  /** Name shown at the head of every page. */
  HUISHANG_DISTRICT: z.string().min(1).default("会商"),
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  HUISHANG_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Days that the security log is kept; the law asks for six months at least. */
  HUISHANG_LOG_DAYS: z.coerce.number().int().min(183).max(3650).default(184),
  /** Where security events are sent besides, `udp://host:port`. */
  HUISHANG_SYSLOG: syslog.optional(),
  /** Folder that the server puts a verified backup into by itself; left out, it makes none. */
  HUISHANG_BACKUP: z.string().min(1).optional(),
  /** Hours from one backup to the next. */
  HUISHANG_BACKUP_HOURS: z.coerce.number().int().min(1).max(168).default(24),
  /** Number of backups that are kept; the oldest are removed. */
  HUISHANG_BACKUP_KEEP: z.coerce.number().int().min(2).max(1000).default(30),
  HUISHANG_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

/** The validated configuration of a running server. */
export interface Configuration {
  port: number;
  host: string;
  dataFolder: string;
  origins: string[];
  ledgerKey: string;
  district: string;
  proxies: number;
  securityLogDays: number;
  syslog?: { host: string; port: number };
  logLevel: string;
  /** Left out where the server makes no backups by itself. */
  backups?: { folder: string; hours: number; keep: number };
}

/** Why the configuration is not usable: one sentence a setting, naming it, never its value. */
export class ConfigurationError extends Error {}

/** Reads the configuration from environment variables; throws ConfigurationError naming each bad one. */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const settings = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new ConfigurationError(
      settings
        .map((name) => `${name} is ${environment[name] === undefined ? "missing" : "not valid"}`)
        .join("; "),
    );
  }
  const read = parsed.data;
  const backups = {
    folder: read.HUISHANG_BACKUP ?? "",
    hours: read.HUISHANG_BACKUP_HOURS,
    keep: read.HUISHANG_BACKUP_KEEP,
  };
  return {
    ...(read.HUISHANG_BACKUP && { backups }),
    port: read.PORT,
    host: read.HUISHANG_HOST,
    dataFolder: read.HUISHANG_DATA,
    origins: read.HUISHANG_ORIGIN,
    ledgerKey: read.HUISHANG_LEDGER_KEY,
    district: read.HUISHANG_DISTRICT,
    proxies: read.HUISHANG_PROXIES,
    securityLogDays: read.HUISHANG_LOG_DAYS,
    syslog: read.HUISHANG_SYSLOG,
    logLevel: read.HUISHANG_LOG_LEVEL,
  };
}
