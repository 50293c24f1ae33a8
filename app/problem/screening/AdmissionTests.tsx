import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { DateText } from "~/ui/DateText";
import { OnceForm } from "~/ui/OnceForm";
import { StateTag } from "~/ui/StateTag";
import { type AdmissionFact, tickResults } from "./admission";
import type { ShownTest } from "./admissionOf.server";
import "./screening.css";

/** Props of {@link AdmissionTests}. */
export interface AdmissionTestsProps {
  listingId: string;
  tests: readonly ShownTest[];
  /** The reader may say how those stand that no fact decides. */
  canTick: boolean;
  now: string;
}

function useFact(): (fact: AdmissionFact) => string {
  const { t } = useTranslation();
  return (fact) => {
    switch (fact.key) {
      case "powerLacking":
        return t("admission.fact.powerLacking", { power: t(`problem.power.${fact.values.power}`) });
      case "sameMatter":
      case "likelyMatter":
        return t(`admission.fact.${fact.key}.${fact.values.kind}`, { number: fact.values.number });
      case "coordinated":
        return t("admission.fact.coordinated", { count: fact.values.count });
      case "takenBack":
      case "likelyTakenBack":
        return t(`admission.fact.${fact.key}`, { number: fact.values.number, matter: fact.values.matter });
      default:
        return t(`admission.fact.${fact.key}`);
    }
  };
}

const tones = { passed: "good", failed: "bad", ask: "warn" } as const;

function Ticks({ listingId, test }: { listingId: string; test: ShownTest }) {
  const { t } = useTranslation();
  const { nameOf } = useCodeNames("tests");
  return (
    <OnceForm className="cluster" preventScrollReset aria-label={nameOf(test.code)}>
      <input type="hidden" name="intent" value="tick" />
      <input type="hidden" name="listingId" value={listingId} />
      <input type="hidden" name="test" value={test.code} />
      {tickResults
        .filter((result) => result !== test.tick?.result)
        .map((result) => (
          <Button key={result} size="small" name="result" value={result}>
            {t(`admission.${result}`)}
          </Button>
        ))}
      {test.tick && (
        <Button size="small" variant="quiet">
          {t("admission.takeBack")}
        </Button>
      )}
    </OnceForm>
  );
}

function Test({ test, listingId, canTick, now }: AdmissionTestsProps & { test: ShownTest }) {
  const { t } = useTranslation();
  const { nameOf } = useCodeNames("tests");
  const factOf = useFact();
  const { code, result, fact, tick } = test;
  return (
    <li className="admission-test">
      <StateTag tone={tones[result]}>{t(`admission.result.${result}`)}</StateTag>
      <div>
        <p>{nameOf(code)}</p>
        <p className="small muted">
          {tick ? (
            <>
              {t("admission.by", { name: tick.by })} <DateText value={tick.at} now={now} withTime />
            </>
          ) : (
            factOf(fact)
          )}
        </p>
      </div>
      {canTick && (tick || result === "ask") && <Ticks listingId={listingId} test={test} />}
    </li>
  );
}

/** The tests of admission of a listed matter: how each stands, and the fact or the person that says so. */
export function AdmissionTests(props: AdmissionTestsProps) {
  const { tests } = props;
  const { t } = useTranslation();
  const passed = tests.filter(({ result }) => result === "passed").length;
  return (
    <section className="section stack-tight" aria-labelledby="admission-title">
      <h3 id="admission-title">
        {t("admission.title")}{" "}
        {tests.length > 0 && (
          <span className="small muted num">{t("admission.count", { passed, of: tests.length })}</span>
        )}
      </h3>
      {tests.length === 0 && <p className="muted">{t("admission.none")}</p>}
      <ul className="admission-tests">
        {tests.map((test) => (
          <Test key={test.code} {...props} test={test} />
        ))}
      </ul>
    </section>
  );
}
