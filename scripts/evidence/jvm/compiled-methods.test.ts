import assert from "node:assert/strict";
import {test} from "node:test";
import {compiledMethods} from "./compiled-methods.js";

/** As JDK 25 wrote it, shortened. */
const OF_25 = `<writer thread='31246'/>
388  498       1       Lab$First::x (5 bytes)
390  500       3       Lab::pieces (40 bytes)
407  502       3       Lab::readProperty (31 bytes)
                              @ 14   Lab$Point::x (0 bytes)   failed to inline: no static binding
<writer thread='31245'/>
408  503 %     4       Lab::readProperty @ 4 (31 bytes)
<writer thread='31246'/>
409  504       3       Lab$$Lambda/0x0000000026045000::applyAsDouble (8 bytes)
                              @ 4   Lab::readProperty (31 bytes)   failed to inline: callee uses too much stack
<writer thread='31245'/>
412  501 %     3       Lab::readProperty @ 4 (31 bytes)   made not entrant: OSR invalidation of lower level
                              @ 14   Lab$First::x (5 bytes)   accessor   callee changed to  Lab$Second::x (5 bytes)   accessor   callee changed to  Lab::readProperty (31 bytes)    \\-&gt; TypeProfile (20172/40344 counts) = Lab$Second
                              @ 20   java/util/ArrayList::&lt;init&gt; (5 bytes)   inline (hot)
412  505       4       Lab::readProperty (31 bytes)
`;

/** As JDK 17 wrote it, shortened. */
const OF_17 = `<writer thread='7'/>
    120   85       4       Lab::readProperty (31 bytes)
                              @ 14   Lab$Point::x (0 bytes)   virtual call
    121   86   !   3       hotpath.Twin::work (9 bytes)
    125   87       3       Lab::slow (31 bytes)
                              @ 3   java.lang.String::join (98 bytes)   callee is too large
                              @ 9   java.lang.Math::max (11 bytes)   (intrinsic)
`;

test("a method is told as the highest compiler made it, with all receivers of a call", () => {
  assert.deepEqual(compiledMethods(OF_25, ["Lab"], 400), [
    {
      method: "Lab.readProperty",
      tier: "C2",
      inlined: ["Lab$First.x", "Lab$Second.x", "java.util.ArrayList.<init>"],
      refused: []
    }
  ]);
});

test("what is of other classes, or was compiled before the variant began, is left out", () => {
  assert.deepEqual(
    compiledMethods(OF_25, ["Lab"], 0).map(({method}) => method),
    ["Lab.pieces", "Lab.readProperty"]
  );
  assert.deepEqual(compiledMethods(OF_25, ["Other"], 0), []);
});

test("calls that stay calls are told with the compiler's reason", () => {
  assert.deepEqual(compiledMethods(OF_17, ["Lab"], 0), [
    {
      method: "Lab.readProperty",
      tier: "C2",
      inlined: [],
      refused: [{method: "Lab$Point.x", why: "virtual call"}]
    },
    {
      method: "Lab.slow",
      tier: "C1",
      inlined: ["java.lang.Math.max"],
      refused: [{method: "java.lang.String.join", why: "callee is too large"}]
    }
  ]);
});
