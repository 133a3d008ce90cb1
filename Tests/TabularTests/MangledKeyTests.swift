import Testing

@testable import Tabular

@Suite struct MangledKeyTests {
  @Test(arguments: [true, false])
  func `an id that a spreadsheet has rounded is rejected, whichever id came before it`(
    _ isRequired: Bool
  ) throws {
    let mangled = ["6.22588E+18", "1E+11", "1.2e+05", "\"6,22588E+18\"", " 6.22589E+18 ", "9E+0"]
    let sound = ["A1", "6.22588", "12E+18", "1E5", "E+18", "1.E+5", "1E+", "1.5E+1x", "1E-5"]
    let table = try readColumn(sound + mangled + sound, .key, isRequired: isRequired)
    #expect(
      table.rejects.map(\.found)
        == mangled.map { $0.replacing("\"", with: "") })
    #expect(table.rejects.allSatisfy { $0.rules == "scientific" })
    #expect(table.lines.count == 2 * sound.count)
  }
}
