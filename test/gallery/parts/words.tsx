import { DateText } from "~/ui/DateText";
import { Person } from "~/ui/Person";
import { PublicLink } from "~/ui/PublicLink";
import { Shape, type ShapeName } from "~/ui/Shape";
import { StateTag, type Tone } from "~/ui/StateTag";
import { Words } from "~/ui/Words";
import { erasedMark } from "~/value/erasedMark";
import type { Part, Wording } from "../part";
import { now } from "./now";

const shapes: ShapeName[] = [
  ...(["circle", "half", "disc", "triangle", "square"] as const),
  ...(["check", "cross", "dash", "seal", "pause"] as const),
];

export const shape: Part = {
  all: {
    show: () => (
      <ul className="cluster">
        {shapes.map((name) => (
          <li key={name}>
            <Shape name={name} /> {name}
          </li>
        ))}
      </ul>
    ),
  },
};

export const stateTag: Part = {
  tones: {
    show: ({ say }) => {
      const words: Record<Tone, string> = {
        neutral: say("计划中", "planned"),
        info: say("会议进行中", "in session"),
        good: say("已核实", "verified"),
        warn: say("即将到期", "due soon"),
        bad: say("逾期", "overdue"),
        official: say("已签发", "issued"),
      };
      return (
        <div className="cluster">
          {Object.entries(words).map(([tone, word]) => (
            <StateTag key={tone} tone={tone as Tone}>
              {word}
            </StateTag>
          ))}
        </div>
      );
    },
  },
  anotherShape: {
    show: ({ say }) => (
      <StateTag tone="warn" shape="pause">
        {say("挂账", "suspended")}
      </StateTag>
    ),
  },
};

export const dateText: Part = {
  days: {
    show: () => (
      <ul>
        <li>
          <DateText value="2026-11-20" now={now} />
        </li>
        <li>
          <DateText value="2027-01-05" now={now} />
        </li>
        <li>
          <DateText value="2026-11-17T06:30:00Z" now={now} withTime />
        </li>
      </ul>
    ),
  },
  distances: {
    show: () => (
      <ul>
        {["2026-11-17", "2026-11-18", "2026-11-16", "2026-11-20", "2026-10-30"].map((value) => (
          <li key={value}>
            <DateText value={value} now={now} withDistance />
          </li>
        ))}
      </ul>
    ),
  },
};

const chen = ({ say }: Wording) => ({
  name: say("陈明", "Chen Ming"),
  post: say("区会商办主任", "Director, Consultation Office"),
});

export const person: Part = {
  nameOnly: { show: (wording) => <Person name={chen(wording).name} /> },
  withPost: { show: (wording) => <Person {...chen(wording)} /> },
  linked: { show: (wording) => <Person {...chen(wording)} to="/desk/units/office" /> },
};

export const publicLink: Part = {
  inBrowsersLanguage: {
    show: ({ say }) => <PublicLink to="/days">{say("历次会商日", "All consultation days")}</PublicLink>,
  },
  inLanguageAskedFor: {
    query: "?lang=en",
    show: ({ say }) => <PublicLink to="/days">{say("历次会商日", "All consultation days")}</PublicLink>,
  },
};

export const words: Part = {
  asStored: {
    show: ({ say }) => <Words text={say("四号楼的水管爆了。", "A pipe has burst in block four.")} />,
  },
  partlyErased: {
    show: ({ say }) => (
      <Words text={say(`${erasedMark}反映四号楼的水管爆了。`, `${erasedMark} says a pipe has burst.`)} />
    ),
  },
};
