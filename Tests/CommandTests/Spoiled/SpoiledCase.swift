import Foundation
import Testing

/// One spoiled input and all that the program says of it: message, place, exit code and rejects.
///
/// Each category has its own suite and its golden files in `Golden/spoiled/CATEGORY`.
struct SpoiledCase: CustomTestStringConvertible {
  let name: String
  let status: Int32
  let arguments: [String]
  let files: [String: Data]
  /// Files that the program writes and that belong to the golden text, such as `rejects.csv`.
  let shows: [String]

  var testDescription: String { name }

  init(
    _ name: String, exit status: Int32, _ arguments: [String], _ files: [String: Data],
    shows: [String] = []
  ) {
    self.name = name
    self.status = status
    self.arguments = arguments
    self.files = files
    self.shows = shows
  }

  init(
    _ name: String, exit status: Int32, _ arguments: [String], texts: [String: String],
    shows: [String] = []
  ) {
    self.init(name, exit: status, arguments, texts.mapValues { Data($0.utf8) }, shows: shows)
  }

  /// Runs the program in a folder of its own and holds everything against the golden file.
  func check(_ category: String, location: SourceLocation = #_sourceLocation) throws {
    let scratch = try Scratch()
    for (name, data) in files { try scratch.write(name, data) }
    let ended = try Program.run(arguments, in: scratch.folder)
    #expect(ended.status == status, "\(ended.error)", sourceLocation: location)
    var text = Golden.transcript(arguments, ended)
      .replacing(scratch.folder.resolvingSymlinksInPath().path, with: "FOLDER")
    for name in shows { text += "--- \(name)\n\(try scratch.text(name))" }
    try Golden.expect(text, as: "spoiled/\(category)/\(name)", location: location)
  }
}
