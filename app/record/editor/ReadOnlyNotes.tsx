import type { ReactNode } from "react";
import { type Mention, mentionAddress, readMention } from "~/record/document/mention";
import { mentionData } from "~/record/document/mentionNode";
import type { NoteNode } from "~/record/document/noteSchema";
import { useMention } from "./MentionNames";
import "./notes.css";

type Attributes = NonNullable<NoteNode["attrs"]>;

const plain: Record<string, string> = {
  paragraph: "p",
  bulletList: "ul",
  listItem: "li",
  blockquote: "blockquote",
  table: "table",
  tableRow: "tr",
};

function cellAttributes(attributes: Attributes) {
  const { colspan, rowspan, align } = attributes;
  return {
    colSpan: Number(colspan) > 1 ? Number(colspan) : undefined,
    rowSpan: Number(rowspan) > 1 ? Number(rowspan) : undefined,
    style: align ? { textAlign: align as "left" } : undefined,
  };
}

function marked(node: NoteNode): ReactNode {
  let content: ReactNode = node.text;
  for (const mark of [...(node.marks ?? [])].reverse()) {
    if (mark.type === "bold") content = <strong>{content}</strong>;
    else if (mark.type === "italic") content = <em>{content}</em>;
    else if (mark.type === "underline") content = <u>{content}</u>;
    else if (mark.type === "strike") content = <s>{content}</s>;
    else if (mark.type === "forMinutes") content = <mark className="for-minutes">{content}</mark>;
    else if (mark.type === "superscript") content = <sup>{content}</sup>;
    else if (mark.type === "subscript") content = <sub>{content}</sub>;
    else if (mark.type === "link")
      content = (
        <a href={mark.attrs?.href ?? undefined} rel="noopener noreferrer nofollow">
          {content}
        </a>
      );
  }
  return content;
}

/** Shows a mention by the name that the platform has for it, as a link to its page; people have none. */
function MentionLink({ mention }: { mention: Mention }) {
  const { text, state } = useMention(mention);
  const address = state === "named" ? mentionAddress(mention) : null;
  const shown = {
    className: "mention",
    "data-state": state,
    ...mentionData({ ...mention, label: text.slice(1) }),
  };
  if (!address) return <span {...shown}>{text}</span>;
  return (
    <a {...shown} href={address}>
      {text}
    </a>
  );
}

function Children({ node }: { node: NoteNode }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a tree of text has no other names for its parts
  return node.content?.map((child, at) => <NotePart key={at} node={child} />);
}

function NotePart({ node }: { node: NoteNode }): ReactNode {
  const attributes = node.attrs ?? {};
  const children = <Children node={node} />;
  switch (node.type) {
    case "text":
      return marked(node);
    case "hardBreak":
      return <br />;
    case "horizontalRule":
      return <hr />;
    case "fact":
      return <span className="fact">{String(attributes.said ?? "")}</span>;
    case "mention": {
      const mention = readMention(attributes);
      return mention && <MentionLink mention={mention} />;
    }
    case "heading": {
      const Heading = `h${attributes.level}` as "h3";
      return <Heading>{children}</Heading>;
    }
    case "orderedList":
      return <ol start={Number(attributes.start)}>{children}</ol>;
    case "tableCell":
      return <td {...cellAttributes(attributes)}>{children}</td>;
    case "tableHeader":
      return <th {...cellAttributes(attributes)}>{children}</th>;
    case "table":
      return (
        <div className="tableWrapper">
          <table>
            <tbody>{children}</tbody>
          </table>
        </div>
      );
    case "paragraph":
      // An empty line keeps its height.
      return <p>{node.content?.length ? children : <br />}</p>;
    default: {
      const Tag = (plain[node.type] ?? "div") as "div";
      return <Tag>{children}</Tag>;
    }
  }
}

/** Tells whether notes say nothing yet. */
export function isEmptyNote(note: NoteNode): boolean {
  const [first, ...rest] = note.content ?? [];
  return rest.length === 0 && (!first || (first.type === "paragraph" && !first.content?.length));
}

/** Shows the notes of a topic without an editor. */
export function ReadOnlyNotes({ note }: { note: NoteNode }) {
  return (
    <div className="notes">
      <Children node={note} />
    </div>
  );
}
