import { named } from "~/i18n/language";
import { type NamedMeeting, useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { taskStates } from "~/task/taskState";
import { type FilterChip, FilterSentence } from "~/ui/FilterSentence";
import { FilterSelect } from "~/ui/form/FilterSelect";
import { FilterUnit } from "~/unit/typing/FilterUnit";
import type { SluggedUnit } from "~/unit/typing/unitMatch";
import { type TaskFilter, taskQuery } from "./taskFilter";

/** What can be chosen from. */
export interface TaskChoices {
  leads: readonly SluggedUnit[];
  streets: readonly SluggedUnit[];
  meetings: readonly NamedMeeting[];
}

/** Props of {@link TaskFilters}. */
export interface TaskFiltersProps {
  filter: TaskFilter;
  choices: TaskChoices;
}

/** The conditions in force as a sentence, and the form that changes them. */
export function TaskFilters({ filter, choices }: TaskFiltersProps) {
  const { t, i18n } = useTranslation();
  const nameOf = (slug: string) => {
    const unit = choices.leads.find((one) => one.slug === slug);
    return unit ? named(unit.name, i18n.language) : slug;
  };
  const meetingName = useMeetingName();
  const nameOfMeeting = (slug: string) => {
    const meeting = choices.meetings.find((one) => one.slug === slug);
    return meeting ? meetingName(meeting) : slug;
  };
  const href = (changes: Partial<TaskFilter>) => taskQuery(filter, changes) || "?";
  const chips: FilterChip[] = [];
  const add = (key: string, text: string, without: Partial<TaskFilter>) =>
    chips.push({ key, text, removeHref: href(without) });
  if (filter.state === "open") add("state", t("task.filter.open"), { state: "all" });
  else if (filter.state !== "all")
    add("state", t("task.filter.state", { state: t(`task.state.${filter.state}`) }), { state: "all" });
  if (filter.overdue) add("overdue", t("task.filter.overdue"), { overdue: false });
  if (filter.lead) add("lead", t("task.filter.lead", { name: nameOf(filter.lead) }), { lead: undefined });
  if (filter.street)
    add("street", t("task.filter.street", { name: nameOf(filter.street) }), { street: undefined });
  if (filter.meeting)
    add("meeting", t("task.filter.meeting", { meeting: nameOfMeeting(filter.meeting) }), {
      meeting: undefined,
    });
  return (
    <FilterSentence
      subject={t("task.filter.subject")}
      chips={chips}
      clearHref={`?${new URLSearchParams({ ...(filter.view === "list" ? {} : { view: filter.view }), state: "all" })}`}
    >
      {filter.view !== "list" && <input type="hidden" name="view" value={filter.view} />}
      {filter.sort !== "due" && <input type="hidden" name="sort" value={filter.sort} />}
      {filter.descending && <input type="hidden" name="order" value="desc" />}
      <FilterUnit name="lead" label={t("task.column.lead")} value={filter.lead} units={choices.leads} />
      <FilterUnit
        name="street"
        label={t("task.column.street")}
        value={filter.street}
        units={choices.streets}
      />
      <FilterSelect
        name="state"
        label={t("task.column.state")}
        value={filter.state === "all" ? undefined : filter.state}
        options={[
          { value: "open", label: t("task.filter.open") },
          ...taskStates.map((state) => ({ value: state, label: t(`task.state.${state}`) })),
        ]}
      />
      <FilterSelect
        name="overdue"
        label={t("task.filter.dueState")}
        value={filter.overdue ? "yes" : undefined}
        options={[{ value: "yes", label: t("task.filter.overdue") }]}
      />
      <FilterSelect
        name="day"
        label={t("task.column.meeting")}
        value={filter.meeting}
        options={choices.meetings.map((meeting) => ({ value: meeting.slug, label: meetingName(meeting) }))}
      />
    </FilterSentence>
  );
}
