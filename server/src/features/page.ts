// A paper as one web page. The client has the files, so it reads the pictures.

import { isInnerAddress, pictureAddresses, picturePath, pictureType, renderPage } from "@board-papers/core";
import type { PaperDocument } from "../document.js";
import { type Page, type PageParams, pageMethod } from "../protocol.js";
import type { Session } from "../session.js";
import type { Feature } from "./feature.js";

/** The page of a paper. */
export const page: Feature = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(
      pageMethod,
      session.askedOf<PageParams, Page>((document, { pictures = {} }) => pageOf(session, document, pictures)),
    );
  },
};

function pageOf(
  session: Session,
  document: PaperDocument,
  pictures: NonNullable<PageParams["pictures"]>,
): Page {
  const { report } = session.check(document);
  const addresses = pictureAddresses(document.paper);
  const isWanted = (address: string) => isInnerAddress(address) && !Object.hasOwn(pictures, address);
  const urls = new Map<string, string>();
  for (const [address, data] of Object.entries(pictures)) {
    const url = data === null ? undefined : pictureUrl(data);
    if (url !== undefined) urls.set(address, url);
  }
  const settings = session.settings(document);
  return {
    html: renderPage(document.paper, report, settings, { images: urls }),
    wanted: addresses.filter(isWanted).map((address) => ({ address, path: picturePath(address) })),
    left: addresses.filter((address) => !isWanted(address) && !urls.has(address)),
  };
}

/** The address that holds a picture, from its bytes in base 64; `undefined` for what is no picture that is shown. */
function pictureUrl(data: string): string | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data)) return undefined;
  // Its first bytes tell what it is: 48 of them are 64 characters.
  const start = Uint8Array.from(atob(data.slice(0, 64)), (character) => character.charCodeAt(0));
  const type = pictureType(start);
  return type && `data:${type};base64,${data}`;
}
