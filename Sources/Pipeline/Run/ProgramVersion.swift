/// The version that packs, manifests and `--version` show.
package enum ProgramVersion {
  package static let text = "0.1.0"
}
