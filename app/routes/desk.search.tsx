import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { requireActor } from "~/access/request.server";
import { meetingAddress } from "~/address/meetings";
import { minutesAddress } from "~/address/minutesAddress";
import { needAddress, offerAddress } from "~/address/resources";
import { named } from "~/i18n/language";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { searchAll } from "~/search/searchAll.server";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { withWords } from "~/ui/Words";
import { cleanLine } from "~/value/cleanText";

export const handle = {
  title: pageTitle<typeof loader>(({ words }, t) =>
    words ? t("problem.search.results", { words }) : t("problem.search.title"),
  ),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  const words = cleanLine(new URL(request.url).searchParams.get("q") ?? "").trim();
  return { words, found: await searchAll(actor, words) };
}

interface Found {
  key: string;
  to: string;
  name: string;
  text?: ReactNode;
}

function Group({ title, found, more }: { title: string; found: Found[]; more?: ReactNode }) {
  const id = useId();
  if (found.length === 0) return null;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="divided">
        {found.map((one) => (
          <li key={one.key}>
            <Link to={one.to}>{withWords(one.name)}</Link> {withWords(one.text)}
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}

export default function SearchPage() {
  const { words, found } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const meetingName = useMeetingName();
  const nothing = Object.values(found).every((group) => group.length === 0);
  if (words === "")
    return (
      <div className="stack">
        <PageHead title={t("problem.search.title")} />
        <EmptyState title={t("problem.search.how")}>{t("problem.search.howText")}</EmptyState>
      </div>
    );
  return (
    <div className="stack">
      <PageHead title={t("problem.search.results", { words })} />
      {nothing && <EmptyState title={t("problem.search.none")}>{t("problem.search.noneText")}</EmptyState>}
      <Group
        title={t("problem.search.problems")}
        found={found.problems.map((one) => ({
          key: one.number,
          to: `/desk/problems/${one.number}`,
          name: `${one.number} ${one.title}`,
          text: one.place && <span className="muted">{withWords(one.place)}</span>,
        }))}
        more={
          found.problems.length >= 20 && (
            <p>
              <Link to={`/desk/problems?q=${encodeURIComponent(words)}`}>
                {t("problem.search.allProblems")}
              </Link>
            </p>
          )
        }
      />
      <Group
        title={t("problem.search.tasks")}
        found={found.tasks.map((one) => ({
          key: one.number,
          to: `/desk/tasks/${one.number}`,
          name: one.number,
          text: one.text,
        }))}
      />
      <Group
        title={t("meeting.list.title")}
        found={found.meetings.map((one) => ({
          key: one.slug,
          to: meetingAddress(one),
          name: meetingName(one),
          text: <span className="num muted">{one.slug}</span>,
        }))}
      />
      <Group
        title={t("problem.search.minutes")}
        found={found.minutes.map((one) => ({
          key: one.id,
          to: minutesAddress(one.meeting.slug, one),
          name: t("problem.search.minutesNumber", { year: one.year, number: one.number }),
          text: [
            meetingName(one.meeting),
            named(one.host, i18n.language),
            one.replacedBy && t("problem.search.replaced", one.replacedBy),
          ]
            .filter(Boolean)
            .join(" · "),
        }))}
      />
      <Group
        title={t("resource.needs")}
        found={found.needs.map((one) => ({
          key: one.number,
          to: needAddress(one.number),
          name: one.number,
          text: one.words,
        }))}
      />
      <Group
        title={t("resource.offers")}
        found={found.offers.map((one) => ({
          key: one.number,
          to: offerAddress(one.number),
          name: one.number,
          text: one.words,
        }))}
      />
      <Group
        title={t("problem.search.units")}
        found={found.units.map((one) => ({
          key: one.slug,
          to: `/desk/units/${one.slug}`,
          name: named(one.name, i18n.language),
        }))}
      />
    </div>
  );
}
