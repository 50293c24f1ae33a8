import { Link } from "@remix-run/react";
import { isMonth } from "~/calendar/day";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { OpenOfUnit, OpenThing } from "./openThing";
import "./closing.css";

const shown = 12;

function Thing({ thing }: { thing: OpenThing }) {
  const { i18n } = useTranslation();
  const said = typeof thing.name === "string" ? thing.name : named(thing.name, i18n.language);
  // Consultation days go by their month.
  const name = isMonth(said) ? writtenMonth(said, i18n.language, true) : said;
  return <li>{thing.to ? <Link to={thing.to}>{name}</Link> : name}</li>;
}

/** Everything open of a unit: how much of each kind, and what it is called. */
export function OpenList({ open }: { open: OpenOfUnit }) {
  const { t } = useTranslation();
  return (
    <dl className="open-list">
      {open.map(({ kind, things }) => {
        const called = things.filter(({ name }) => name !== "").slice(0, shown);
        const more = things.length - called.length;
        return (
          <div key={kind}>
            <dt>
              {t(`closing.kind.${kind}`)} <span className="num muted">{things.length}</span>
            </dt>
            <dd>
              <ul>
                {called.map((thing) => (
                  <Thing key={thing.id} thing={thing} />
                ))}
                {more > 0 && <li className="muted">{t("closing.more", { count: more })}</li>}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
