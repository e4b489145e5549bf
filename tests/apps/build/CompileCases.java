import com.android.tools.r8.ArchiveClassFileProvider;
import com.android.tools.r8.ClassFileResourceProvider;
import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.DirectoryClassFileProvider;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Runs the compile jobs of one plan file in one JVM: javac, kotlinc, D8 and R8, several cases at a time.
 *
 * <p>A plan is text: "job KIND CASE", then "key TAB value" lines (a key may repeat), then "end".
 */
public final class CompileCases {
    private static final Map<String, ArchiveClassFileProvider> LIBRARIES = new ConcurrentHashMap<>();

    public static void main(String[] args) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (List<Job> jobs : readPlan(Paths.get(args[0])).values()) {
                running.add(workers.submit(() -> runAll(jobs)));
            }
            for (Future<Void> each : running) {
                each.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }

    /** The jobs of each case, in the order of the plan: one needs what those before it wrote. */
    private static Map<String, List<Job>> readPlan(Path plan) throws Exception {
        Map<String, List<Job>> cases = new LinkedHashMap<>();
        Job job = null;
        for (String line : Files.readAllLines(plan)) {
            if (line.startsWith("job ")) {
                job = new Job(line.split(" ")[1], line.split(" ")[2], new HashMap<>());
            } else if (line.equals("end")) {
                cases.computeIfAbsent(job.caseId, key -> new ArrayList<>()).add(job);
            } else {
                String[] pair = line.split("\t", 2);
                job.values.computeIfAbsent(pair[0], key -> new ArrayList<>()).add(pair[1]);
            }
        }
        return cases;
    }

    private static Void runAll(List<Job> jobs) throws Exception {
        for (Job each : jobs) {
            run(each.kind, each.caseId, each.values);
        }
        return null;
    }

    private static void run(String kind, String caseId, Map<String, List<String>> job) throws Exception {
        try {
            switch (kind) {
                case "javac": javac(job); break;
                case "kotlinc": kotlinc(job); break;
                case "d8": d8(job); break;
                case "r8": r8(job); break;
                default: throw new IllegalArgumentException("no job " + kind);
            }
        } catch (Exception failure) {
            System.err.println(caseId + ": " + kind + " failed");
            throw failure;
        }
    }

    private static void javac(Map<String, List<String>> job) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--release", "8", "-g", "-nowarn", "-Xlint:none", "-XDsuppressNotes", "-encoding", "UTF-8", "-proc:none",
                "-cp", String.join(java.io.File.pathSeparator, job.get("classpath")),
                "-sourcepath", String.join(java.io.File.pathSeparator, job.get("sourcepath")),
                "-d", makeDirectory(job, "out").toString()));
        arguments.addAll(job.get("source"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(new String[0])) != 0) {
            throw new IllegalStateException("javac");
        }
    }

    /** One at a time: the compiler keeps what it works on in fields of its classes. */
    private static synchronized void kotlinc(Map<String, List<String>> job) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-jvm-target", "1.8", "-no-reflect", "-no-stdlib", "-nowarn", "-module-name", "app",
                "-cp", String.join(java.io.File.pathSeparator, job.get("classpath")),
                "-d", makeDirectory(job, "out").toString()));
        for (String path : job.getOrDefault("plugin", List.of())) {
            arguments.add("-Xplugin=" + path);
        }
        arguments.addAll(job.get("source"));
        Class<?> type = Class.forName("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler");
        Object code = type.getMethod("exec", PrintStream.class, String[].class)
                .invoke(type.getConstructor().newInstance(), System.err, arguments.toArray(new String[0]));
        if (!code.toString().equals("OK")) {
            throw new IllegalStateException("kotlinc: " + code);
        }
    }

    private static void d8(Map<String, List<String>> job) throws Exception {
        D8Command.Builder command = D8Command.builder()
                .setMode(CompilationMode.RELEASE)
                .setMinApiLevel(Integer.parseInt(job.get("min").get(0)))
                .setOutput(makeDirectory(job, "out"), OutputMode.DexIndexed)
                .setDisableDesugaring(job.containsKey("raw"))
                .addProgramFiles(programFiles(job));
        for (String path : job.get("library")) {
            command.addLibraryResourceProvider(library(path));
        }
        for (String path : job.getOrDefault("reference", List.of())) {
            command.addClasspathResourceProvider(DirectoryClassFileProvider.fromDirectory(Paths.get(path)));
        }
        D8.run(command.build());
    }

    private static void r8(Map<String, List<String>> job) throws Exception {
        R8Command.Builder command = R8Command.builder()
                .setMode(CompilationMode.RELEASE)
                .setMinApiLevel(Integer.parseInt(job.get("min").get(0)))
                .setOutput(makeDirectory(job, "out"), OutputMode.DexIndexed)
                .addProgramFiles(programFiles(job));
        for (String path : job.get("library")) {
            command.addLibraryResourceProvider(library(path));
        }
        command.addProguardConfiguration(job.get("rule"), Origin.unknown());
        if (job.containsKey("mapping")) {
            command.setProguardMapOutputPath(Paths.get(job.get("mapping").get(0)));
        }
        R8.run(command.build());
    }

    /** The class files and jars of a job, in a fixed order, so that the same input gives the same DEX. */
    private static List<Path> programFiles(Map<String, List<String>> job) throws Exception {
        List<Path> files = new ArrayList<>();
        for (String path : job.get("program")) {
            files.addAll(path.endsWith(".jar") ? List.of(Paths.get(path)) : classFiles(path));
        }
        return files;
    }

    private static List<Path> classFiles(String path) throws Exception {
        if (path.endsWith(".class")) {
            return List.of(Paths.get(path));
        }
        try (Stream<Path> walk = Files.walk(Paths.get(path))) {
            return walk.filter(file -> file.toString().endsWith(".class")).sorted().collect(Collectors.toList());
        }
    }

    private static ClassFileResourceProvider library(String path) throws Exception {
        ArchiveClassFileProvider known = LIBRARIES.get(path);
        if (known != null) {
            return known;
        }
        ArchiveClassFileProvider opened = new ArchiveClassFileProvider(Paths.get(path));
        ArchiveClassFileProvider first = LIBRARIES.putIfAbsent(path, opened);
        return first != null ? first : opened;
    }

    private static Path makeDirectory(Map<String, List<String>> job, String key) throws Exception {
        return Files.createDirectories(Paths.get(job.get(key).get(0)));
    }

    private static final class Job {
        final String kind;
        final String caseId;
        final Map<String, List<String>> values;

        Job(String kind, String caseId, Map<String, List<String>> values) {
            this.kind = kind;
            this.caseId = caseId;
            this.values = values;
        }
    }
}
