// The two examples of the empty page: an invented report, right as it stands, and with two digits of one figure swapped.

import report from './examples/report.html?raw';

const RIGHT = '<td id="one">21</td>';
const WRONG = '<td id="one">12</td>';

export const exampleReport = (wrong: boolean): string => (wrong ? report.replace(RIGHT, WRONG) : report);
