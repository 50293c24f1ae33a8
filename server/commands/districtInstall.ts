import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { hash } from "@node-rs/argon2";
import { adoptRuleSet } from "~/rules/adoptRuleSet.server";
import { usualRules } from "~/rules/ruleSet";
import { type DistrictFile, districtFile } from "~/unit/districtForm";
import { installDistrict } from "~/unit/install.server";
import { ConfigurationError, readConfiguration } from "../configuration";
import { openData } from "../start";

/**
 * `district:install --file FILE`: the units, posts, duty list and first rules of a new installation, from a
 * JSON file (app/unit/districtForm.ts says what it holds). Everybody's first password is in
 * HUISHANG_INITIAL_PASSWORD. Prints one JSON object; refuses where a district is installed already.
 */
export async function districtInstall(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { file: { type: "string" } } });
  if (!values.file) throw new ConfigurationError("--file FILE is missing");
  const password = process.env.HUISHANG_INITIAL_PASSWORD ?? "";
  if (password.length < 12)
    throw new ConfigurationError("HUISHANG_INITIAL_PASSWORD is missing or shorter than 12 characters");
  const district = readDistrict(values.file);
  const database = openData(readConfiguration(process.env));
  const result = await install(district, await hash(password), new Date().toISOString());
  database.close();
  process.stdout.write(`${JSON.stringify(result)}\n`);
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

async function install({ units, posts, duties, rules }: DistrictFile, passwordHash: string, now: string) {
  const installed = await installDistrict(
    {
      units,
      duties,
      posts: posts.map(({ account, name, fromDay, ...post }) => ({
        ...post,
        holders: [{ account, name, passwordHash, fromDay }],
      })),
    },
    now,
  );
  if (!installed.ok) return { refused: installed.refusal.code };
  const adopted = await adoptRuleSet(null, { ...rules, rules: usualRules }, now);
  if (!adopted.ok) return { refused: adopted.refusal.code };
  return { units: units.length, posts: posts.length, duties: duties.length, rules: adopted.value.version };
}
