using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Pulih.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "chat_conversations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProfileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Dialogue = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    States = table.Column<string>(type: "TEXT", nullable: false),
                    Offered = table.Column<string>(type: "TEXT", nullable: false),
                    Stopped = table.Column<bool>(type: "INTEGER", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FreeUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WaitsSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HeldBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    HeldUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FirstHeardAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastHeardAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_conversations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "chat_inbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    MessageId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Lane = table.Column<short>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    ProfileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<short>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    FromAd = table.Column<bool>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_inbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "chat_link_codes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    ConversationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_link_codes", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "chat_notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_notes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "chat_ready_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_ready_answers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "chat_statuses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    MessageId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    OutboxId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ErrorCode = table.Column<int>(type: "INTEGER", nullable: true),
                    PriceCategory = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    PriceType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_statuses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "chat_unread",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_unread", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "classes_attendees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClassId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Seat = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OfferedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Told = table.Column<int>(type: "INTEGER", nullable: false),
                    Seen = table.Column<bool>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Present = table.Column<bool>(type: "INTEGER", nullable: false),
                    Disagrees = table.Column<bool>(type: "INTEGER", nullable: false),
                    Credited = table.Column<int>(type: "INTEGER", nullable: false),
                    Decision = table.Column<bool>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_classes_attendees", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "classes_report_rows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClassId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Matched = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    Dismissed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_classes_report_rows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "classes_sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SeriesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Room = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Recording = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    NeededMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    ForgivenMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reported = table.Column<bool>(type: "INTEGER", nullable: false),
                    Taken = table.Column<int>(type: "INTEGER", nullable: false),
                    Waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    Seen = table.Column<int>(type: "INTEGER", nullable: false),
                    Present = table.Column<int>(type: "INTEGER", nullable: false),
                    News = table.Column<int>(type: "INTEGER", nullable: false),
                    NewsNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    RemindAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_classes_sessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "classes_sightings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClassId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    Slot = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FactId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_classes_sightings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "learning_answers",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<int>(type: "INTEGER", nullable: false),
                    ProgressId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Right = table.Column<bool>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FactId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_answers", x => new { x.AttemptId, x.Question });
                });

            migrationBuilder.CreateTable(
                name: "learning_class_minutes",
                columns: table => new
                {
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClassId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_class_minutes", x => new { x.EnrolmentId, x.ClassId });
                });

            migrationBuilder.CreateTable(
                name: "learning_drafts",
                columns: table => new
                {
                    CourseCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Zip = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_drafts", x => x.CourseCode);
                });

            migrationBuilder.CreateTable(
                name: "learning_hand_ins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgressId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CourseVersion = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    JudgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    JudgedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Ticks = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_hand_ins", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "learning_links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_links", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "learning_offers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CourseVersion = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_offers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "learning_packs",
                columns: table => new
                {
                    CourseCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CourseVersion = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Zip = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FirstOfferedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_packs", x => new { x.CourseCode, x.CourseVersion });
                });

            migrationBuilder.CreateTable(
                name: "learning_pieces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HandInId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    File = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Photo = table.Column<byte[]>(type: "BLOB", nullable: true),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    TryAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_pieces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "learning_progress",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BusinessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CourseVersion = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Lesson = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    Question = table.Column<int>(type: "INTEGER", nullable: false),
                    Right = table.Column<int>(type: "INTEGER", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: true),
                    QuizAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExtraAttempts = table.Column<int>(type: "INTEGER", nullable: false),
                    BestScore = table.Column<int>(type: "INTEGER", nullable: false),
                    ClassMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Task = table.Column<int>(type: "INTEGER", nullable: false),
                    HandInId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Pieces = table.Column<int>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_progress", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "learning_signins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    BrowserHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_signins", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "learning_step_reach",
                columns: table => new
                {
                    CourseCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CourseVersion = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Lesson = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Here = table.Column<int>(type: "INTEGER", nullable: false),
                    Stopped = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_step_reach", x => new { x.CourseCode, x.CourseVersion, x.Lesson, x.Step });
                });

            migrationBuilder.CreateTable(
                name: "learning_steps_seen",
                columns: table => new
                {
                    ProgressId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lesson = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FactId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_steps_seen", x => new { x.ProgressId, x.Lesson, x.Step });
                });

            migrationBuilder.CreateTable(
                name: "market_enquiries",
                columns: table => new
                {
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    BusinessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_market_enquiries", x => new { x.ProductId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "market_photos",
                columns: table => new
                {
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Large = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Small = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    File = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    TryAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_market_photos", x => x.ProductId);
                });

            migrationBuilder.CreateTable(
                name: "market_product_words",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_market_product_words", x => new { x.Word, x.ProductId });
                });

            migrationBuilder.CreateTable(
                name: "market_products",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BusinessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Sector = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Price = table.Column<long>(type: "INTEGER", nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Available = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Photo = table.Column<short>(type: "INTEGER", nullable: false),
                    PhotoNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Featured = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Reports = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_market_products", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "market_shops",
                columns: table => new
                {
                    BusinessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RegionCode = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    ShowsNumber = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_market_shops", x => x.BusinessId);
                });

            migrationBuilder.CreateTable(
                name: "participation_enrolments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BusinessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReferralCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    EnrolledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChosenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_participation_enrolments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "participation_participants",
                columns: table => new
                {
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BusinessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReferralCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    BusinessName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    SectorKey = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    RegionCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    EnrolledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastActive = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RemindedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_participation_participants", x => x.EnrolmentId);
                });

            migrationBuilder.CreateTable(
                name: "participation_referrals",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Came = table.Column<int>(type: "INTEGER", nullable: false),
                    Begun = table.Column<int>(type: "INTEGER", nullable: false),
                    Completed = table.Column<int>(type: "INTEGER", nullable: false),
                    Uncounted = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_participation_referrals", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "participation_search_words",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_participation_search_words", x => new { x.Word, x.EnrolmentId });
                });

            migrationBuilder.CreateTable(
                name: "platform_accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    LinkHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    LinkUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_demo",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_demo", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_facts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: true),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Commitment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Seal = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_facts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_marks",
                columns: table => new
                {
                    Machine = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_marks", x => x.Machine);
                });

            migrationBuilder.CreateTable(
                name: "platform_sign_in_tries",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_sign_in_tries", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "privacy_consents",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    Given = table.Column<bool>(type: "INTEGER", nullable: false),
                    TextVersion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_privacy_consents", x => new { x.PersonId, x.Purpose });
                });

            migrationBuilder.CreateTable(
                name: "privacy_reads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReaderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Page = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_privacy_reads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "programmes_acceptances",
                columns: table => new
                {
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_acceptances", x => new { x.PartnerId, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "programmes_agreements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_agreements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "programmes_claims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Count = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_claims", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "programmes_cohorts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Courses = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Starts = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Ends = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_cohorts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "programmes_partners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_partners", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "programmes_partnerships",
                columns: table => new
                {
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_partnerships", x => new { x.ProgrammeId, x.PartnerId });
                });

            migrationBuilder.CreateTable(
                name: "programmes_programmes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Organisers = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Starts = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Ends = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Regions = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_programmes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "programmes_suspensions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_suspensions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "programmes_targets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: true),
                    Count = table.Column<long>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SetBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_targets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "proof_certificates",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    ShortCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerName = table.Column<string>(type: "TEXT", nullable: false),
                    BusinessName = table.Column<string>(type: "TEXT", nullable: false),
                    CourseTitle = table.Column<string>(type: "TEXT", nullable: false),
                    ProgrammeName = table.Column<string>(type: "TEXT", nullable: false),
                    Organisers = table.Column<string>(type: "TEXT", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Of = table.Column<int>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proof_certificates", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "proof_counted_once",
                columns: table => new
                {
                    BusinessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreditId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proof_counted_once", x => new { x.BusinessId, x.ProgrammeId, x.PartnerId });
                });

            migrationBuilder.CreateTable(
                name: "proof_credits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BusinessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForPartner = table.Column<bool>(type: "INTEGER", nullable: false),
                    InProgramme = table.Column<bool>(type: "INTEGER", nullable: false),
                    National = table.Column<bool>(type: "INTEGER", nullable: false),
                    EarnedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CountedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Sector = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sex = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proof_credits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "proof_deltas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    Amount = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Sector = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sex = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proof_deltas", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "proof_evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BusinessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseCode = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CourseVersion = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LessonsSeen = table.Column<int>(type: "INTEGER", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Of = table.Column<int>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Sector = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sex = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proof_evidence", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "proof_overlaps",
                columns: table => new
                {
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Partners = table.Column<string>(type: "TEXT", nullable: false),
                    Count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proof_overlaps", x => new { x.ProgrammeId, x.Partners });
                });

            migrationBuilder.CreateTable(
                name: "proof_published",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Definition = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Count = table.Column<long>(type: "INTEGER", nullable: false),
                    Seal = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Signature = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proof_published", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "proof_rollups",
                columns: table => new
                {
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cut = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proof_rollups", x => new { x.ProgrammeId, x.Cut, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "proof_seals",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    First = table.Column<Guid>(type: "TEXT", nullable: false),
                    Last = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proof_seals", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "proof_watermarks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    AsOf = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Folds = table.Column<long>(type: "INTEGER", nullable: false),
                    OverlapsAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proof_watermarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recovery_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BusinessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Question = table.Column<short>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: true),
                    Wording = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Door = table.Column<short>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_answers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recovery_index",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Cut = table.Column<short>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Definition = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Wording = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Enrolled = table.Column<int>(type: "INTEGER", nullable: false),
                    Answered = table.Column<int>(type: "INTEGER", nullable: false),
                    Measured = table.Column<int>(type: "INTEGER", nullable: false),
                    Median = table.Column<double>(type: "REAL", nullable: true),
                    MedianLow = table.Column<double>(type: "REAL", nullable: true),
                    MedianHigh = table.Column<double>(type: "REAL", nullable: true),
                    Recovered = table.Column<double>(type: "REAL", nullable: true),
                    RecoveredLow = table.Column<double>(type: "REAL", nullable: true),
                    RecoveredHigh = table.Column<double>(type: "REAL", nullable: true),
                    Weighted = table.Column<double>(type: "REAL", nullable: true),
                    Worst = table.Column<double>(type: "REAL", nullable: true),
                    Best = table.Column<double>(type: "REAL", nullable: true),
                    Balance = table.Column<double>(type: "REAL", nullable: true),
                    Open = table.Column<double>(type: "REAL", nullable: true),
                    Mean = table.Column<double>(type: "REAL", nullable: true),
                    WinsorisedMean = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_index", x => new { x.Month, x.Cut, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "recovery_panel",
                columns: table => new
                {
                    BusinessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Sector = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EnrolledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Asked = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Asks = table.Column<short>(type: "INTEGER", nullable: false),
                    Silent = table.Column<short>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_panel", x => x.BusinessId);
                });

            migrationBuilder.CreateTable(
                name: "recovery_reports",
                columns: table => new
                {
                    BusinessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Wording = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Status = table.Column<short>(type: "INTEGER", nullable: true),
                    Reason = table.Column<short>(type: "INTEGER", nullable: true),
                    Sales = table.Column<long>(type: "INTEGER", nullable: true),
                    Compared = table.Column<short>(type: "INTEGER", nullable: true),
                    Workers = table.Column<short>(type: "INTEGER", nullable: true),
                    Online = table.Column<short>(type: "INTEGER", nullable: true),
                    Rotating = table.Column<short>(type: "INTEGER", nullable: true),
                    Passed = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IsComplete = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_reports", x => new { x.BusinessId, x.Month });
                });

            migrationBuilder.CreateTable(
                name: "registry_businesses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Sold = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SectorKey = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Kbli = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    KbliVersion = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    RegionCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Started = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    Workers = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    Nib = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_businesses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registry_identities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_identities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registry_import_rows",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Cells = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Outcome = table.Column<short>(type: "INTEGER", nullable: false),
                    Troubles = table.Column<string>(type: "TEXT", nullable: true),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MatchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MatchBits = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_import_rows", x => new { x.ImportId, x.Line });
                });

            migrationBuilder.CreateTable(
                name: "registry_imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Headers = table.Column<string>(type: "TEXT", nullable: false),
                    Meanings = table.Column<string>(type: "TEXT", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Then = table.Column<short>(type: "INTEGER", nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    New = table.Column<int>(type: "INTEGER", nullable: false),
                    Same = table.Column<int>(type: "INTEGER", nullable: false),
                    Unsure = table.Column<int>(type: "INTEGER", nullable: false),
                    Bad = table.Column<int>(type: "INTEGER", nullable: false),
                    Known = table.Column<int>(type: "INTEGER", nullable: false),
                    Stayed = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registry_merges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneWhy = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_merges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registry_pairs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KnownId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Bits = table.Column<double>(type: "REAL", nullable: false),
                    Doubt = table.Column<double>(type: "REAL", nullable: false),
                    OwnerSays = table.Column<bool>(type: "INTEGER", nullable: true),
                    Counted = table.Column<int>(type: "INTEGER", nullable: false),
                    WeighedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AssignedTo = table.Column<Guid>(type: "TEXT", nullable: true),
                    FirstBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MergeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_pairs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registry_people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Sex = table.Column<int>(type: "INTEGER", nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Nik = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_people", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registry_record_keys",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_record_keys", x => new { x.Key, x.RecordId });
                });

            migrationBuilder.CreateTable(
                name: "registry_records",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BusinessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_records", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sending_allowances",
                columns: table => new
                {
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Used = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sending_allowances", x => new { x.Number, x.Month });
                });

            migrationBuilder.CreateTable(
                name: "sending_broadcasts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    TemplateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Stage = table.Column<short>(type: "INTEGER", nullable: true),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    PausedByCode = table.Column<int>(type: "INTEGER", nullable: true),
                    Cursor = table.Column<Guid>(type: "TEXT", nullable: true),
                    Prepared = table.Column<bool>(type: "INTEGER", nullable: false),
                    Recipients = table.Column<int>(type: "INTEGER", nullable: false),
                    Queued = table.Column<int>(type: "INTEGER", nullable: false),
                    Skipped = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sending_broadcasts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sending_budget_changes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BudgetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Limit = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sending_budget_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sending_budgets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Limit = table.Column<long>(type: "INTEGER", nullable: true),
                    Reserved = table.Column<long>(type: "INTEGER", nullable: false),
                    Spent = table.Column<long>(type: "INTEGER", nullable: false),
                    Beyond = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sending_budgets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sending_costs",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Category = table.Column<short>(type: "INTEGER", nullable: false),
                    Messages = table.Column<int>(type: "INTEGER", nullable: false),
                    Free = table.Column<int>(type: "INTEGER", nullable: false),
                    Sen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sending_costs", x => new { x.Day, x.ProgrammeId, x.Category });
                });

            migrationBuilder.CreateTable(
                name: "sending_outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    Purpose = table.Column<short>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Dialogue = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    InReplyTo = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    HeardAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<short>(type: "INTEGER", nullable: false),
                    AttemptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Claim = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProviderId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ErrorCode = table.Column<int>(type: "INTEGER", nullable: true),
                    PriceCategory = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    PriceType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    InvitedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Category = table.Column<short>(type: "INTEGER", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FreeUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Price = table.Column<long>(type: "INTEGER", nullable: true),
                    Reserved = table.Column<long>(type: "INTEGER", nullable: true),
                    Cost = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sending_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sending_rates",
                columns: table => new
                {
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Market = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Category = table.Column<short>(type: "INTEGER", nullable: false),
                    Sen = table.Column<long>(type: "INTEGER", nullable: false),
                    FreeAMonth = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sending_rates", x => new { x.From, x.Market, x.Category });
                });

            migrationBuilder.CreateTable(
                name: "sending_recipients",
                columns: table => new
                {
                    BroadcastId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Called = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Business = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sending_recipients", x => new { x.BroadcastId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "sending_templates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Marketing = table.Column<bool>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 1024, nullable: false),
                    Role = table.Column<short>(type: "INTEGER", nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sending_templates", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "sending_rates",
                columns: new[] { "Category", "From", "Market", "FreeAMonth", "Sen" },
                values: new object[,]
                {
                    { (short)0, new DateOnly(2026, 7, 1), "62", 0, 0L },
                    { (short)1, new DateOnly(2026, 7, 1), "62", 0, 35665L },
                    { (short)2, new DateOnly(2026, 7, 1), "62", 0, 58633L },
                    { (short)3, new DateOnly(2026, 7, 1), "62", 0, 35665L },
                    { (short)0, new DateOnly(2026, 10, 1), "62", 1000, 35665L },
                    { (short)1, new DateOnly(2026, 10, 1), "62", 0, 35665L },
                    { (short)2, new DateOnly(2026, 10, 1), "62", 0, 58633L },
                    { (short)3, new DateOnly(2026, 10, 1), "62", 0, 35665L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_chat_conversations_Channel_Address",
                table: "chat_conversations",
                columns: new[] { "Channel", "Address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_chat_conversations_held",
                table: "chat_conversations",
                column: "HeldUntil",
                filter: "\"HeldBy\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_chat_conversations_PersonId",
                table: "chat_conversations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_chat_conversations_UserId",
                table: "chat_conversations",
                column: "UserId",
                filter: "\"UserId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_chat_conversations_waiting",
                table: "chat_conversations",
                column: "WaitsSince",
                filter: "\"WaitsSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_chat_inbox_Address_Id",
                table: "chat_inbox",
                columns: new[] { "Address", "Id" });

            migrationBuilder.CreateIndex(
                name: "ix_chat_inbox_bodies",
                table: "chat_inbox",
                column: "ReceivedAt",
                filter: "\"Body\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_chat_inbox_Channel_MessageId",
                table: "chat_inbox",
                columns: new[] { "Channel", "MessageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_chat_inbox_parked",
                table: "chat_inbox",
                column: "Id",
                filter: "\"State\" = 2");

            migrationBuilder.CreateIndex(
                name: "ix_chat_inbox_waiting",
                table: "chat_inbox",
                columns: new[] { "Lane", "Id" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_chat_link_codes_Until",
                table: "chat_link_codes",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_chat_notes_ConversationId_Id",
                table: "chat_notes",
                columns: new[] { "ConversationId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_chat_unread_ReceivedAt",
                table: "chat_unread",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_classes_attendees_ClassId_Id",
                table: "classes_attendees",
                columns: new[] { "ClassId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_classes_attendees_ClassId_PersonId",
                table: "classes_attendees",
                columns: new[] { "ClassId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_classes_attendees_ClassId_Seat_AskedAt",
                table: "classes_attendees",
                columns: new[] { "ClassId", "Seat", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_classes_attendees_OfferedUntil",
                table: "classes_attendees",
                column: "OfferedUntil");

            migrationBuilder.CreateIndex(
                name: "IX_classes_attendees_PersonId",
                table: "classes_attendees",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_classes_report_rows_ClassId_Hash",
                table: "classes_report_rows",
                columns: new[] { "ClassId", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_classes_report_rows_ClassId_Matched_Id",
                table: "classes_report_rows",
                columns: new[] { "ClassId", "Matched", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_classes_sessions_News",
                table: "classes_sessions",
                column: "News");

            migrationBuilder.CreateIndex(
                name: "IX_classes_sessions_ProgrammeId_StartsAt",
                table: "classes_sessions",
                columns: new[] { "ProgrammeId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_classes_sessions_RemindAt",
                table: "classes_sessions",
                column: "RemindAt");

            migrationBuilder.CreateIndex(
                name: "IX_classes_sessions_StartsAt",
                table: "classes_sessions",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_classes_sightings_ClassId_PersonId_Source_Slot",
                table: "classes_sightings",
                columns: new[] { "ClassId", "PersonId", "Source", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_classes_sightings_PersonId",
                table: "classes_sightings",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_learning_answers_ProgressId",
                table: "learning_answers",
                column: "ProgressId");

            migrationBuilder.CreateIndex(
                name: "IX_learning_hand_ins_ProgressId",
                table: "learning_hand_ins",
                column: "ProgressId");

            migrationBuilder.CreateIndex(
                name: "IX_learning_hand_ins_State_Id",
                table: "learning_hand_ins",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_learning_links_PersonId",
                table: "learning_links",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_learning_links_TokenHash",
                table: "learning_links",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_learning_offers_CourseCode_Id",
                table: "learning_offers",
                columns: new[] { "CourseCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "ix_learning_pieces_coming",
                table: "learning_pieces",
                column: "TryAt",
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_learning_pieces_HandInId",
                table: "learning_pieces",
                column: "HandInId");

            migrationBuilder.CreateIndex(
                name: "IX_learning_progress_EnrolmentId_CourseCode",
                table: "learning_progress",
                columns: new[] { "EnrolmentId", "CourseCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_learning_progress_PersonId",
                table: "learning_progress",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_learning_signins_BrowserHash",
                table: "learning_signins",
                column: "BrowserHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_learning_signins_CodeHash",
                table: "learning_signins",
                column: "CodeHash");

            migrationBuilder.CreateIndex(
                name: "IX_learning_signins_ExpiresAt",
                table: "learning_signins",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_market_enquiries_BusinessId_Day",
                table: "market_enquiries",
                columns: new[] { "BusinessId", "Day" });

            migrationBuilder.CreateIndex(
                name: "ix_market_photos_coming",
                table: "market_photos",
                column: "TryAt",
                filter: "\"TryAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_market_product_words_ProductId",
                table: "market_product_words",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_market_products_BusinessId",
                table: "market_products",
                column: "BusinessId");

            migrationBuilder.CreateIndex(
                name: "IX_market_products_ChangedAt",
                table: "market_products",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_market_products_PersonId",
                table: "market_products",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_market_products_ProgrammeId_Id",
                table: "market_products",
                columns: new[] { "ProgrammeId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_market_products_Province_Sector_Id",
                table: "market_products",
                columns: new[] { "Province", "Sector", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_market_products_State_Id",
                table: "market_products",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_market_shops_ChangedAt",
                table: "market_shops",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_market_shops_PersonId",
                table: "market_shops",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_market_shops_Slug",
                table: "market_shops",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_participation_enrolments_PersonId_BusinessId_CohortId",
                table: "participation_enrolments",
                columns: new[] { "PersonId", "BusinessId", "CohortId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_participation_participants_CohortId_EnrolmentId",
                table: "participation_participants",
                columns: new[] { "CohortId", "EnrolmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_participation_participants_PartnerId_EnrolmentId",
                table: "participation_participants",
                columns: new[] { "PartnerId", "EnrolmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_participation_participants_PersonId",
                table: "participation_participants",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_participation_participants_ProgrammeId_EnrolmentId",
                table: "participation_participants",
                columns: new[] { "ProgrammeId", "EnrolmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_participation_participants_ReferralCode_Stage",
                table: "participation_participants",
                columns: new[] { "ReferralCode", "Stage" },
                filter: "\"ReferralCode\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_participation_participants_silent",
                table: "participation_participants",
                column: "LastActive",
                filter: "\"RemindedAt\" IS NULL AND \"Stage\" < 3");

            migrationBuilder.CreateIndex(
                name: "ix_participation_referrals_uncounted",
                table: "participation_referrals",
                column: "Code",
                filter: "\"Uncounted\"");

            migrationBuilder.CreateIndex(
                name: "IX_participation_search_words_EnrolmentId",
                table: "participation_search_words",
                column: "EnrolmentId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_accounts_LinkHash",
                table: "platform_accounts",
                column: "LinkHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_accounts_NormalizedEmail",
                table: "platform_accounts",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_events_DueAt",
                table: "platform_events",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_platform_facts_Seal",
                table: "platform_facts",
                column: "Seal");

            migrationBuilder.CreateIndex(
                name: "IX_platform_facts_Subject",
                table: "platform_facts",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "ix_platform_facts_unsealed",
                table: "platform_facts",
                column: "Id",
                filter: "\"Seal\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_platform_sign_in_tries_At",
                table: "platform_sign_in_tries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_privacy_reads_PersonId_Id",
                table: "privacy_reads",
                columns: new[] { "PersonId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_privacy_reads_ReaderId_Id",
                table: "privacy_reads",
                columns: new[] { "ReaderId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_programmes_agreements_Version",
                table: "programmes_agreements",
                column: "Version",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_programmes_claims_ProgrammeId",
                table: "programmes_claims",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_programmes_cohorts_ProgrammeId_Code",
                table: "programmes_cohorts",
                columns: new[] { "ProgrammeId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_programmes_partners_Code",
                table: "programmes_partners",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_programmes_programmes_Code",
                table: "programmes_programmes",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "all of one",
                table: "programmes_suspensions",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "ux_programmes_suspensions_open",
                table: "programmes_suspensions",
                column: "PartnerId",
                unique: true,
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_programmes_targets_ProgrammeId_Number",
                table: "programmes_targets",
                columns: new[] { "ProgrammeId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_proof_certificates_EvidenceId",
                table: "proof_certificates",
                column: "EvidenceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_proof_certificates_PersonId",
                table: "proof_certificates",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_proof_certificates_ShortCode",
                table: "proof_certificates",
                column: "ShortCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_proof_credits_BusinessId_ProgrammeId_PartnerId",
                table: "proof_credits",
                columns: new[] { "BusinessId", "ProgrammeId", "PartnerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_proof_credits_EvidenceId",
                table: "proof_credits",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_proof_evidence_EnrolmentId_CourseCode",
                table: "proof_evidence",
                columns: new[] { "EnrolmentId", "CourseCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_proof_evidence_PersonId",
                table: "proof_evidence",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_proof_published_ProgrammeId",
                table: "proof_published",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_recovery_answers_BusinessId",
                table: "recovery_answers",
                column: "BusinessId");

            migrationBuilder.CreateIndex(
                name: "IX_recovery_answers_Month_Id",
                table: "recovery_answers",
                columns: new[] { "Month", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_recovery_panel_AskAt",
                table: "recovery_panel",
                column: "AskAt",
                filter: "\"AskAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_recovery_panel_PartnerId_BusinessId",
                table: "recovery_panel",
                columns: new[] { "PartnerId", "BusinessId" });

            migrationBuilder.CreateIndex(
                name: "IX_recovery_panel_PersonId",
                table: "recovery_panel",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_recovery_reports_At",
                table: "recovery_reports",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_recovery_reports_Month",
                table: "recovery_reports",
                column: "Month");

            migrationBuilder.CreateIndex(
                name: "IX_registry_businesses_ImportId",
                table: "registry_businesses",
                column: "ImportId",
                filter: "\"ImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_registry_businesses_OwnerId",
                table: "registry_businesses",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_registry_identities_PersonId",
                table: "registry_identities",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "ux_registry_identities_live",
                table: "registry_identities",
                columns: new[] { "Channel", "Address" },
                unique: true,
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_registry_import_rows_ImportId_Outcome_Line",
                table: "registry_import_rows",
                columns: new[] { "ImportId", "Outcome", "Line" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_imports_PartnerId_Id",
                table: "registry_imports",
                columns: new[] { "PartnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "ix_registry_imports_working",
                table: "registry_imports",
                column: "Id",
                filter: "\"State\" IN (1, 3, 5)");

            migrationBuilder.CreateIndex(
                name: "all of one2",
                table: "registry_merges",
                column: "GoneId");

            migrationBuilder.CreateIndex(
                name: "IX_registry_merges_KeptId",
                table: "registry_merges",
                column: "KeptId");

            migrationBuilder.CreateIndex(
                name: "ux_registry_merges_gone",
                table: "registry_merges",
                column: "GoneId",
                unique: true,
                filter: "\"UndoneAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_registry_pairs_assigned",
                table: "registry_pairs",
                columns: new[] { "AssignedTo", "Counted", "Doubt", "Id" },
                descending: new[] { false, true, false, false },
                filter: "\"State\" = 0 AND \"AssignedTo\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_registry_pairs_KnownId",
                table: "registry_pairs",
                column: "KnownId");

            migrationBuilder.CreateIndex(
                name: "IX_registry_pairs_NewId_KnownId",
                table: "registry_pairs",
                columns: new[] { "NewId", "KnownId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registry_pairs_open",
                table: "registry_pairs",
                columns: new[] { "Counted", "Doubt", "Id" },
                descending: new[] { true, false, false },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "ix_registry_pairs_weighed",
                table: "registry_pairs",
                column: "WeighedAt",
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_registry_people_ImportId",
                table: "registry_people",
                column: "ImportId",
                filter: "\"ImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_registry_people_Phone",
                table: "registry_people",
                column: "Phone");

            migrationBuilder.CreateIndex(
                name: "IX_registry_record_keys_RecordId",
                table: "registry_record_keys",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "all of one1",
                table: "registry_records",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_registry_records_BusinessId",
                table: "registry_records",
                column: "BusinessId");

            migrationBuilder.CreateIndex(
                name: "IX_registry_records_ImportId_Line",
                table: "registry_records",
                columns: new[] { "ImportId", "Line" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_records_OwnerId",
                table: "registry_records",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "ux_registry_records_hash",
                table: "registry_records",
                column: "Hash",
                unique: true,
                filter: "\"AppliedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_sending_broadcasts_running",
                table: "sending_broadcasts",
                column: "Id",
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_sending_budget_changes_BudgetId_Id",
                table: "sending_budget_changes",
                columns: new[] { "BudgetId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_sending_outbox_Address_Id",
                table: "sending_outbox",
                columns: new[] { "Address", "Id" });

            migrationBuilder.CreateIndex(
                name: "ix_sending_outbox_campaign",
                table: "sending_outbox",
                columns: new[] { "CampaignId", "State" },
                filter: "\"CampaignId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_sending_outbox_queued",
                table: "sending_outbox",
                columns: new[] { "Number", "Id" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "ix_sending_outbox_reserved",
                table: "sending_outbox",
                column: "Id",
                filter: "\"Reserved\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_sending_outbox_unsettled",
                table: "sending_outbox",
                column: "AttemptedAt",
                filter: "\"State\" IN (1, 2)");

            migrationBuilder.CreateIndex(
                name: "ix_sending_outbox_waiting",
                table: "sending_outbox",
                column: "Address",
                filter: "\"State\" = 3");

            migrationBuilder.CreateIndex(
                name: "IX_sending_recipients_PersonId_At",
                table: "sending_recipients",
                columns: new[] { "PersonId", "At" });

            migrationBuilder.CreateIndex(
                name: "ix_sending_recipients_waiting",
                table: "sending_recipients",
                columns: new[] { "BroadcastId", "DueAt" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_sending_templates_Name_Language",
                table: "sending_templates",
                columns: new[] { "Name", "Language" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "chat_conversations");

            migrationBuilder.DropTable(
                name: "chat_inbox");

            migrationBuilder.DropTable(
                name: "chat_link_codes");

            migrationBuilder.DropTable(
                name: "chat_notes");

            migrationBuilder.DropTable(
                name: "chat_ready_answers");

            migrationBuilder.DropTable(
                name: "chat_statuses");

            migrationBuilder.DropTable(
                name: "chat_unread");

            migrationBuilder.DropTable(
                name: "classes_attendees");

            migrationBuilder.DropTable(
                name: "classes_report_rows");

            migrationBuilder.DropTable(
                name: "classes_sessions");

            migrationBuilder.DropTable(
                name: "classes_sightings");

            migrationBuilder.DropTable(
                name: "learning_answers");

            migrationBuilder.DropTable(
                name: "learning_class_minutes");

            migrationBuilder.DropTable(
                name: "learning_drafts");

            migrationBuilder.DropTable(
                name: "learning_hand_ins");

            migrationBuilder.DropTable(
                name: "learning_links");

            migrationBuilder.DropTable(
                name: "learning_offers");

            migrationBuilder.DropTable(
                name: "learning_packs");

            migrationBuilder.DropTable(
                name: "learning_pieces");

            migrationBuilder.DropTable(
                name: "learning_progress");

            migrationBuilder.DropTable(
                name: "learning_signins");

            migrationBuilder.DropTable(
                name: "learning_step_reach");

            migrationBuilder.DropTable(
                name: "learning_steps_seen");

            migrationBuilder.DropTable(
                name: "market_enquiries");

            migrationBuilder.DropTable(
                name: "market_photos");

            migrationBuilder.DropTable(
                name: "market_product_words");

            migrationBuilder.DropTable(
                name: "market_products");

            migrationBuilder.DropTable(
                name: "market_shops");

            migrationBuilder.DropTable(
                name: "participation_enrolments");

            migrationBuilder.DropTable(
                name: "participation_participants");

            migrationBuilder.DropTable(
                name: "participation_referrals");

            migrationBuilder.DropTable(
                name: "participation_search_words");

            migrationBuilder.DropTable(
                name: "platform_accounts");

            migrationBuilder.DropTable(
                name: "platform_demo");

            migrationBuilder.DropTable(
                name: "platform_events");

            migrationBuilder.DropTable(
                name: "platform_facts");

            migrationBuilder.DropTable(
                name: "platform_keys");

            migrationBuilder.DropTable(
                name: "platform_marks");

            migrationBuilder.DropTable(
                name: "platform_sign_in_tries");

            migrationBuilder.DropTable(
                name: "privacy_consents");

            migrationBuilder.DropTable(
                name: "privacy_reads");

            migrationBuilder.DropTable(
                name: "programmes_acceptances");

            migrationBuilder.DropTable(
                name: "programmes_agreements");

            migrationBuilder.DropTable(
                name: "programmes_claims");

            migrationBuilder.DropTable(
                name: "programmes_cohorts");

            migrationBuilder.DropTable(
                name: "programmes_partners");

            migrationBuilder.DropTable(
                name: "programmes_partnerships");

            migrationBuilder.DropTable(
                name: "programmes_programmes");

            migrationBuilder.DropTable(
                name: "programmes_suspensions");

            migrationBuilder.DropTable(
                name: "programmes_targets");

            migrationBuilder.DropTable(
                name: "proof_certificates");

            migrationBuilder.DropTable(
                name: "proof_counted_once");

            migrationBuilder.DropTable(
                name: "proof_credits");

            migrationBuilder.DropTable(
                name: "proof_deltas");

            migrationBuilder.DropTable(
                name: "proof_evidence");

            migrationBuilder.DropTable(
                name: "proof_overlaps");

            migrationBuilder.DropTable(
                name: "proof_published");

            migrationBuilder.DropTable(
                name: "proof_rollups");

            migrationBuilder.DropTable(
                name: "proof_seals");

            migrationBuilder.DropTable(
                name: "proof_watermarks");

            migrationBuilder.DropTable(
                name: "recovery_answers");

            migrationBuilder.DropTable(
                name: "recovery_index");

            migrationBuilder.DropTable(
                name: "recovery_panel");

            migrationBuilder.DropTable(
                name: "recovery_reports");

            migrationBuilder.DropTable(
                name: "registry_businesses");

            migrationBuilder.DropTable(
                name: "registry_identities");

            migrationBuilder.DropTable(
                name: "registry_import_rows");

            migrationBuilder.DropTable(
                name: "registry_imports");

            migrationBuilder.DropTable(
                name: "registry_merges");

            migrationBuilder.DropTable(
                name: "registry_pairs");

            migrationBuilder.DropTable(
                name: "registry_people");

            migrationBuilder.DropTable(
                name: "registry_record_keys");

            migrationBuilder.DropTable(
                name: "registry_records");

            migrationBuilder.DropTable(
                name: "sending_allowances");

            migrationBuilder.DropTable(
                name: "sending_broadcasts");

            migrationBuilder.DropTable(
                name: "sending_budget_changes");

            migrationBuilder.DropTable(
                name: "sending_budgets");

            migrationBuilder.DropTable(
                name: "sending_costs");

            migrationBuilder.DropTable(
                name: "sending_outbox");

            migrationBuilder.DropTable(
                name: "sending_rates");

            migrationBuilder.DropTable(
                name: "sending_recipients");

            migrationBuilder.DropTable(
                name: "sending_templates");
        }
    }
}
