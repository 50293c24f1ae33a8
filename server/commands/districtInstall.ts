import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { installRuleSet } from "~/rules/installRuleSet.server";
import { usualRules } from "~/rules/ruleSet";
import { type DistrictFile, districtFile } from "~/unit/districtForm";
import { installDistrict } from "~/unit/install.server";
import { ConfigurationError, readConfiguration } from "../configuration";
import { openData } from "../start";
import { inviteAccounts } from "./accountInvite";

/**
 * `district:install --file FILE [--everybody]`: the units, posts, duty list and first rules of a new installation,
 * from a JSON file (app/unit/districtForm.ts says what it holds). Prints one JSON object with the links by which the
 * administrators, or everybody, choose their passwords; refuses where a district is installed already.
 */
export async function districtInstall(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { file: { type: "string" }, everybody: { type: "boolean" } },
  });
  if (!values.file) throw new ConfigurationError("--file FILE is missing");
  const district = readDistrict(values.file);
  const configuration = readConfiguration(process.env);
  const database = openData(configuration);
  const now = new Date().toISOString();
  const result = await install(district, now);
  const invited = district.posts.filter(({ role }) => values.everybody || role === "admin");
  const accounts = "refused" in result ? [] : invited.map(({ account }) => account);
  const invitations = await inviteAccounts(accounts, configuration, now);
  database.close();
  process.stdout.write(`${JSON.stringify({ ...result, ...(accounts.length > 0 && { invitations }) })}\n`);
  return "refused" in result ? 1 : 0;
}

function readDistrict(file: string): DistrictFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new ConfigurationError(`${file} cannot be read as JSON`);
  }
  const parsed = districtFile.safeParse(content);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.slice(0, 10).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new ConfigurationError(`${file} is not a district:\n${faults.join("\n")}`);
}

async function install({ units, posts, duties, rules }: DistrictFile, now: string) {
  const installed = await installDistrict(
    {
      units,
      duties,
      posts: posts.map(({ account, name, fromDay, ...post }) => ({
        ...post,
        // Nobody has a password before they have chosen one.
        holders: [{ account, name, passwordHash: "", fromDay }],
      })),
    },
    now,
  );
  if (!installed.ok) return { refused: installed.refusal.code };
  const adopted = await installRuleSet({ ...rules, rules: usualRules }, now);
  if (!adopted.ok) return { refused: adopted.refusal.code };
  return { units: units.length, posts: posts.length, duties: duties.length, rules: adopted.value.version };
}
