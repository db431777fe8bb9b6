// Papers that are still to be written: the templates they can follow, their first text, and where they are to lie.

import { newPaper, type Template } from "@board-papers/core";
import { placeFor } from "../config-uris.js";
import type { Terms } from "../configs.js";
import {
  type NewPaper,
  type NewPaperParams,
  newPaperMethod,
  type PlaceParams,
  placeMethod,
  type TemplateChoice,
  type TemplatesParams,
  templatesMethod,
} from "../protocol.js";
import { refusal } from "../refusal.js";
import type { Session } from "../session.js";
import { renewDiagnostics } from "./diagnostics.js";
import type { Feature } from "./feature.js";

/** New papers. */
export const newPapers: Feature = {
  capabilities: () => ({}),
  register(session) {
    const { connection } = session;
    connection.onRequest(
      templatesMethod,
      session.asked(async ({ uri }: TemplatesParams): Promise<TemplateChoice[]> => {
        const { settings } = await termsIn(session, uri);
        return settings.templates.map((it) => choiceOf(it, settings.template));
      }),
    );
    connection.onRequest(
      newPaperMethod,
      session.asked(async ({ uri, template: name, answers }: NewPaperParams): Promise<NewPaper> => {
        const { settings } = await termsIn(session, uri);
        const template = settings.templates.find((it) => it.name === name);
        if (!template) throw refusal(`There is no template "${name}".`);
        return { text: newPaper(template, answers) };
      }),
    );
    connection.onRequest(
      placeMethod,
      session.asked(async ({ uri, at }: PlaceParams): Promise<null> => {
        session.configs.place(uri, at.replace(/\/+$/, ""));
        await session.configs.load(uri);
        renewDiagnostics(session, [uri]);
        return null;
      }),
    );
  },
};

/** What a new paper would be judged by in a folder, beside a file, or while it has no place. */
function termsIn({ configs }: Session, uri: string | undefined): Promise<Terms> {
  const name = "new.paper.md";
  return configs.termsThere(uri === undefined ? `untitled:${name}` : `${placeFor(uri)}/${name}`);
}

function choiceOf({ name, title, fields }: Template, standard: string): TemplateChoice {
  const asked = fields.filter((it) => it.need !== "optional");
  return { name, title, isDefault: name === standard, fields: asked };
}
