import assert from "node:assert/strict";
import {test} from "node:test";
import {finishPage} from "./finish-pages.js";

test("a section of the sidebar is a list that is named by its title", () => {
  const section = '<section class="a">\n    <summary>The loop</summary>\n    <ol><li>x</li></ol></section>';
  assert.equal(
    finishPage(section),
    '<section class="a">\n    <div class="section-name" id="section-the-loop">The loop</div>\n    <ol aria-labelledby="section-the-loop"><li>x</li></ol></section>'
  );
});

test("the link to the page itself says so", () => {
  assert.equal(
    finishPage('<li class="observablehq-link observablehq-link-active"><a href="./x">X</a></li>'),
    '<li class="observablehq-link observablehq-link-active"><a aria-current="page" href="./x">X</a></li>'
  );
});

test("an inline script is admitted by the hash of its text, and no other", () => {
  const html = finishPage('<meta charset="utf-8"><script>1</script><script src="./x.js"></script>');
  // openssl dgst -sha256 -binary of "1", in base64
  assert.match(html, /script-src 'self' 'sha256-a4ayc\/80\/OGda4BO\/1o\/V0etpOqiLx1JwB5S3beHW0s='; style-src/);
});
