import { LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** The answer to a person's request that cannot be met. The message is a sentence for that person. */
export function refusal(message: string): ResponseError<undefined> {
  return new ResponseError<undefined>(LSPErrorCodes.RequestFailed, message);
}

/** The answer to what was asked about another version of the paper, or other findings. */
export function outdated(): ResponseError<undefined> {
  return new ResponseError<undefined>(
    LSPErrorCodes.ContentModified,
    "The paper has changed since this was offered. Ask again for what can be done here.",
  );
}
