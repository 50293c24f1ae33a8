import { parseArgs } from "node:util";
import { inArray } from "drizzle-orm";
import { invitationAddress } from "~/address/accounts";
import { invitePerson } from "~/unit/invitePerson.server";
import { read } from "~db/read";
import { person } from "~db/schema";
import { type Configuration, ConfigurationError, readConfiguration } from "../configuration";
import { keepSecurityLog } from "../security/securityLog";
import { openExistingData } from "./data";

/**
 * `account:invite --account NAME`: the link by which somebody chooses a password, once; for when no administrator
 * can sign in. Prints one JSON object; exit code 1 when there is no such account.
 */
export async function accountInvite(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { account: { type: "string" } } });
  if (!values.account) throw new ConfigurationError("--account NAME is missing");
  const configuration = readConfiguration(process.env);
  const database = openExistingData();
  const [made] = await inviteAccounts([values.account], configuration, new Date().toISOString());
  database.close();
  process.stdout.write(`${JSON.stringify(made ?? { refused: "noSuchAccount" })}\n`);
  return made ? 0 : 1;
}

/** Makes the links by which the people of these accounts choose a password; an account that is not there has none. */
export async function inviteAccounts(accounts: string[], configuration: Configuration, now: string) {
  const forget = keepSecurityLog(configuration);
  const { origins } = configuration;
  const people = await read((db) => db.select().from(person).where(inArray(person.account, accounts)));
  const made: { account: string; name: string; link: string }[] = [];
  for (const { id, account, name } of people) {
    const result = await invitePerson("system", { personId: id }, now);
    if (result.ok) made.push({ account, name, link: origins[0] + invitationAddress(result.value.code) });
  }
  forget();
  return made;
}
