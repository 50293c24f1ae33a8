import type { SecurityEvent } from "~/access/securityEvent";

// Security and authorisation messages that are not for everybody's eyes.
const authpriv = 10;
const [notice, informational] = [5, 6];

const refusals: readonly SecurityEvent["event"][] = ["signInRefused", "invitationRefused", "requestRefused"];

/**
 * Writes an event as RFC 5424 asks for it, without a line's end.
 * @param from host and process that speak
 */
export function syslogLine(event: SecurityEvent, from: { host: string; process: number }): string {
  const severity = refusals.includes(event.event) ? notice : informational;
  const { at, event: name, ...facts } = event;
  const message = JSON.stringify(facts);
  return `<${authpriv * 8 + severity}>1 ${at} ${from.host} huishang ${from.process} ${name} - ${message}`;
}
