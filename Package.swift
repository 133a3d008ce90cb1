// swift-tools-version: 6.1
import Foundation
import PackageDescription

let houseSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: houseSettings + settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: houseSettings)
}

/// The driver of libFuzzer links with its library alone, so it is there for `make fuzz` only.
func fuzzer(_ name: String) -> [Target] {
  guard ProcessInfo.processInfo.environment["CLIENTELE_FUZZ"] != nil else { return [] }
  return [
    .executableTarget(
      name: name, dependencies: ["FuzzChecks"], path: "Tests/Fuzz/Driver",
      swiftSettings: houseSettings)
  ]
}

let package = Package(
  name: "clientele",
  platforms: [.macOS(.v14)],
  products: [.executable(name: "clientele", targets: ["clientele"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    library("Values"),
    library("Diagnostics"),
    .target(name: "CSystem"),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    library("Tabular", ["Values", "Diagnostics", "CSystem", "CZlib"]),
    library("SampleCompany", ["Values", "Diagnostics", "Tabular"]),
    library(
      "Statistics", ["Values", .product(name: "RealModule", package: "swift-numerics")],
      // Linear programs without optimisation would take most of the time of the tests.
      settings: [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    library(
      "Store",
      [
        "Values", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]
    ),
    library(
      "Exports",
      [
        "Values", "Diagnostics", "Tabular", "Store",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]
    ),
    library("Report", ["Values", "Diagnostics", "Tabular", "CXLSXWriter"]),
    library(
      "Pipeline",
      [
        "Values", "Diagnostics", "Tabular", "Statistics", "Exports", "Store", "Report",
        .product(name: "Yams", package: "Yams"),
      ]
    ),
    library("Stages", ["Values", "Diagnostics", "Statistics", "Exports", "Report", "Pipeline"]),
    .executableTarget(
      name: "clientele",
      dependencies: [
        "Values", "Diagnostics", "Tabular", "Store", "Exports", "Report", "Pipeline",
        "SampleCompany",
        "Stages",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: houseSettings
    ),
    tests("ValuesTests", ["Values"]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("TabularTests", ["Values", "Diagnostics", "Tabular"]),
    tests("SampleCompanyTests", ["Values", "Diagnostics", "Tabular", "SampleCompany"]),
    tests("StatisticsTests", ["Values", "Statistics"]),
    tests(
      "StoreTests",
      ["Values", "Diagnostics", "Store", .product(name: "GRDB", package: "GRDB.swift")]),
    tests("ExportsTests", ["Values", "Diagnostics", "Tabular", "Store", "Exports"]),
    tests("ReportTests", ["Values", "Diagnostics", "Tabular", "Report"]),
    tests("PipelineTests", ["Values", "Diagnostics", "Exports", "Report", "Pipeline", "Stages"]),
    tests(
      "StagesTests",
      ["Values", "Diagnostics", "Statistics", "Exports", "Report", "Pipeline", "Stages"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Values", "Diagnostics", "Tabular", "Store", "Exports", "Report", "Pipeline", "Stages",
        "clientele", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: [
        "Golden", "Workbook/read_workbook.py", "Languages/glossary.txt",
        "Differential/read_csv.py", "Disclosure/read_rows.py", "Disclosure/find_persons.py",
      ],
      swiftSettings: houseSettings
    ),
    .target(
      name: "FuzzChecks",
      dependencies: [
        "Values", "Diagnostics", "Tabular", "Store", "Exports", "Pipeline", "Stages",
      ],
      path: "Tests/Fuzz/Checks", swiftSettings: houseSettings
    ),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzChecks"], path: "Tests/Fuzz/Replay",
      swiftSettings: houseSettings),
  ] + fuzzer("clientele-fuzz")
)
