import Diagnostics
import Foundation
import Testing

@testable import Tabular

/// Drafts: made beside their place, held while their process lives, swept afterwards.
@Suite struct DraftTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "draft-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  @Test func `an output appears when it is whole, and is gone when it is given up`() throws {
    try inFolder { folder in
      try write("old", to: folder + "/a.csv")
      do {
        let given = try OutputFile(folder + "/a.csv")
        try given.write(Array("half".utf8))
        #expect(FileTree.names(in: folder).count == 2)
      }
      #expect(FileTree.names(in: folder) == ["a.csv"])
      let file = try OutputFile(folder + "/a.csv")
      try file.write(Array("new".utf8))
      #expect(try String(contentsOfFile: folder + "/a.csv", encoding: .utf8) == "old")
      try file.close()
      #expect(FileTree.names(in: folder) == ["a.csv"])
      #expect(try String(contentsOfFile: folder + "/a.csv", encoding: .utf8) == "new")
    }
  }

  @Test func `what a killed run left of an output goes with the next, what is held stays`() throws {
    try inFolder { folder in
      for name in [".a.csv.77.part", ".a.csv.78-2.part", ".b.csv.77.part", ".a.csv.x.part"] {
        try write("left", to: "\(folder)/\(name)")
      }
      let held = open("\(folder)/.a.csv.78-2.part", O_RDONLY)
      defer { close(held) }
      #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
      let first = try OutputFile(folder + "/a.csv")
      // Another of this process for the same place has a draft of its own.
      let second = try OutputFile(folder + "/a.csv")
      let own = FileTree.names(in: folder).filter { $0.contains("\(getpid())") }
      #expect(own == [".a.csv.\(getpid())-2.part", ".a.csv.\(getpid()).part"])
      try first.close()
      try second.close()
      #expect(
        FileTree.names(in: folder)
          == [".a.csv.78-2.part", ".a.csv.x.part", ".b.csv.77.part", "a.csv"])
    }
  }

  @Test func `a folder takes the place of what stands there in one step`() throws {
    try inFolder { folder in
      let place = folder + "/pack"
      for text in ["first", "second"] {
        let draft = try DraftFolder(for: place)
        try DraftFolder.make(draft.path + "/deep/er")
        let file = try OutputFile(draft.path + "/deep/er/\(text)")
        try file.write(Array(text.utf8))
        try file.close()
        try draft.sync(threads: nil)
        try draft.publish()
        #expect(FileTree.names(in: folder) == ["pack"])
        #expect(FileTree.names(in: place + "/deep/er") == [text])
      }
      do { _ = try DraftFolder(for: place) }
      #expect(FileTree.names(in: folder) == ["pack"], "a draft that is given up is gone")
    }
  }

  @Test func `the place of a folder that a file takes is told, and the draft is gone`() throws {
    try inFolder { folder in
      try write("mine", to: folder + "/pack")
      let draft = try DraftFolder(for: folder + "/pack")
      let problem = #expect(throws: Diagnostic.self) { try draft.publish() }
      #expect(problem?.kind == .cannotWrite)
      #expect(problem?.place?.file == folder + "/pack")
      #expect(FileTree.names(in: folder) == ["pack"])
      #expect(throws: Diagnostic.self) { try DraftFolder.make(folder + "/pack/below") }
    }
  }

  @Test func `drafts of folders are swept by name, unless their process lives`() throws {
    try inFolder { folder in
      let live = try DraftFolder(for: folder + "/2025-01-31")
      for name in [".2025-01-31.77.part", ".mine.77.part", ".2025-01-31.part", "2025-01-31"] {
        try DraftFolder.make("\(folder)/\(name)/below")
        try write("x", to: "\(folder)/\(name)/below/x")
      }
      DraftName.sweep(folder) { $0.wholeMatch(of: /[0-9-]+/) != nil }
      #expect(
        FileTree.names(in: folder) == [
          ".2025-01-31.\(getpid()).part", ".2025-01-31.part", ".mine.77.part", "2025-01-31",
        ])
      live.drop()
    }
  }

  @Test(arguments: [
    (".a.csv.12.part", "a.csv"), (".a.12-3.part", "a"), ("..12.part", ""), (".12.part", nil),
    ("a.12.part", nil), (".a.12.par", nil), (".a..part", nil), (".a.b.part", nil), (".part", nil),
    ("", nil),
  ])
  func `only the name of a draft is one`(_ name: String, _ target: String?) {
    #expect(DraftName.target(of: name).map(String.init) == target)
  }

  @Test func `removing a tree leaves what its links point at`() throws {
    try inFolder { folder in
      try DraftFolder.make(folder + "/kept")
      try write("x", to: folder + "/kept/x")
      try DraftFolder.make(folder + "/gone/deep")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/gone/deep/link", withDestinationPath: folder + "/kept")
      #expect(FileTree.remove(folder + "/gone"))
      #expect(FileTree.names(in: folder) == ["kept"])
      #expect(FileTree.names(in: folder + "/kept") == ["x"])
      #expect(FileTree.remove(folder + "/gone"), "nothing is left where nothing was")
    }
  }
}
