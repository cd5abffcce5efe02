// Says what failed, and at the end how many; hundreds that passed need no line each.

/** @param {AsyncIterable<{ type: string, data: any }>} events of Node.js's test runner */
export default async function* report(events) {
  let [passed, failed] = [0, 0];
  for await (const { type, data } of events) {
    if (type === "test:pass") passed++;
    else if (type === "test:fail") {
      failed++;
      const { cause, message } = data.details.error;
      yield `not ok - ${data.name}\n${indented(String(cause?.message ?? message))}\n`;
    } else if (type === "test:stderr" || type === "test:stdout") yield data.message;
  }
  yield `# pass ${passed}\n# fail ${failed}\n`;
}

const indented = (/** @type {string} */ text) => text.replace(/^/gm, "  ");
