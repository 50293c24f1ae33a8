import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, it } from "vitest";
import { createTranslator } from "~/i18n/translate";
import { ui } from "~/i18n/zh-CN/ui";
import { readPlace } from "~/unit/nameReading.server";
import { FilterUnit } from "~/unit/typing/FilterUnit";

const unit = (slug: string, zh: string, shortZh: string) => ({
  ...{ slug, name: { zh, en: zh }, shortZh },
  read: { name: readPlace(zh), short: readPlace(shortZh), lead: 0 },
});

it("asks for a unit by its slug, and for all where none is named", () => {
  const show = (value?: string) =>
    renderToStaticMarkup(
      <I18nextProvider i18n={createTranslator("zh-CN", { ui })}>
        <FilterUnit
          name="unit"
          label="牵头单位"
          value={value}
          units={[unit("works", "云川区建设和管理委员会", "区建管委")]}
        />
      </I18nextProvider>,
    );
  expect(show()).toContain('<option value="" selected="">全部</option>');
  expect(show("works")).toMatch(/<option value="works" selected="">区建管委/);
});
