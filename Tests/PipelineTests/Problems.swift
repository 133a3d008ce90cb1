import Diagnostics

@testable import Pipeline

/// A tree from YAML text, in a file called `p.yaml`.
func tree(_ yaml: String) throws -> SettingNode { try YAMLTree.read(yaml, file: "p.yaml") }

extension Diagnostics {
  /// `line:column code` of each problem, in order.
  var places: [String] {
    all.map { problem in
      let line = problem.place?.line.map(String.init) ?? "-"
      let column = problem.place?.column.map(String.init) ?? "-"
      return "\(line):\(column) \(problem.code)"
    }
  }
}
