// Says in one sentence that Node is too old, where otherwise some dependency would say it in fifty lines.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`usmca-sim needs Node 20.19 or newer; this is Node ${process.versions.node}\n`);
  process.exit(2);
}
