// The two examples of the empty page: an invented report, right as it stands, and with the digits of one figure swapped.
// The cell with the id "one" in examples/report.html holds that figure.

import report from './examples/report.html?raw';

const RIGHT = '<td id="one">21</td>';
const WRONG = '<td id="one">12</td>';

export const exampleReport = (wrong: boolean): string => (wrong ? report.replace(RIGHT, WRONG) : report);
