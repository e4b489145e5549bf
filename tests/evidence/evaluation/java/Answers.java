import java.io.*;
import java.lang.reflect.*;
import java.nio.charset.*;
import java.security.*;
import java.util.*;
import javax.crypto.Cipher;
import javax.crypto.spec.*;

/**
 * Asks a real virtual machine what methods of the library give, and writes the answers as JSON, one script a line.
 *
 * A script is a list of calls; an argument may be what an earlier one gave ({"ref": n}). The last may throw. Run as
 * `java Answers.java > ../answers.jsonl` and `java Answers.java arithmetic > ../arithmetic.jsonl`; the same every time.
 */
public final class Answers {
    static final Random RANDOM = new Random(20);
    static final int MOST = 14;
    static final String[] TEXTS = {
        "", "a", "abc", "content://com.android.contacts", " \t padded\n", "aXbXcX", "XX", "12", "-7", "+5", "0x1f", "1_0", "7f",
        "AQIDBA==", "aGVsbG8", "a+b/", "a-b_", "\u00e9\u4e2d", "\ud83d\ude00z", "\ud800", "TITLE case I", "a.b.c", "a|b|", ",", "zz",
        "2147483648", "-2147483648", "9223372036854775807", "ZIK0", "null", "\u0130", "a,b,,c,,",
    };
    static final String[] PATTERNS = {",", "X", "[,X]", "[a-c]+", "\\.", "\\|", "[^a-z]", ".", "a*", "(", "[z-a]", "", "XX", "\\d", "[.]"};
    static final int[] INTS = {0, 1, 2, 3, 5, 7, 10, 16, 31, 32, 36, 37, -1, -3, 255, 65535, 65536, 128, Integer.MAX_VALUE, Integer.MIN_VALUE};
    static final long[] LONGS = {0, 1, -1, 7, 63, 64, 1L << 40, -(1L << 33), Long.MAX_VALUE, Long.MIN_VALUE, 0xffffffffL};
    static final char[] CHARS = {'a', 'Z', '0', '9', ' ', '\u00e9', '\ud800', 'X', ',', 'f', 'z'};
    static final byte[][] BYTES = {
        {}, {97, 98, 99}, {-1, 0, 127, -128}, {-61, -87}, {104, 0, 105, 0}, {0, 104, 0, 105}, {-19, -96, -128}, {61, 61},
        {65, 81, 73, 68}, {-28, -72, -83, -16, -97, -104, -128},
    };
    static final char[][] LETTERS = {{}, {'a', 'b', 'c'}, {'\ud83d', '\ude00'}, {0, 65535, 'x', 'y', 'z'}};
    static final String[][] LISTS = {{}, {"a"}, {"a", "b", ""}, {"x", "yz", "x"}};
    static final Charset[] CHARSETS = {
        StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE,
    };
    static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.US_ASCII);

    record Ref(int number) {}

    static final class Script {
        final List<String> steps = new ArrayList<>();
        final List<Object> values = new ArrayList<>();
        boolean thrown;

        /** One call; the first argument of a method that is not static is the object. */
        Ref step(Class<?> owner, String name, Class<?>[] types, Object... given) {
            if (thrown) return new Ref(-1);
            Object[] real = new Object[given.length];
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < given.length; i++) {
                real[i] = given[i] instanceof Ref r ? values.get(r.number()) : given[i];
                shown.add(given[i] instanceof Ref r ? "{\"ref\": " + r.number() + "}" : show(given[i]));
            }
            Object found = null;
            Class<?> back = void.class;
            try {
                if (name.equals("<init>")) {
                    found = owner.getConstructor(types).newInstance(real);
                } else {
                    Method method = owner.getMethod(name, types);
                    back = method.getReturnType();
                    method.setAccessible(Modifier.isPublic(owner.getModifiers()) ? false : true);
                    boolean isStatic = Modifier.isStatic(method.getModifiers());
                    found = isStatic ? method.invoke(null, real) : method.invoke(real[0], Arrays.copyOfRange(real, 1, real.length));
                }
            } catch (InvocationTargetException error) {
                thrown = true;
            } catch (ReflectiveOperationException error) {
                throw new IllegalStateException(error);
            }
            StringBuilder call = new StringBuilder(owner.descriptorString()).append("->").append(name).append('(');
            for (Class<?> type : types) call.append(type.descriptorString());
            call.append(')').append(back.descriptorString());
            values.add(found);
            steps.add("{\"call\": " + quote(call.toString()) + ", \"takes\": [" + String.join(", ", shown) + "], "
                + (thrown ? "\"throws\": true" : "\"gives\": " + (name.equals("<init>") && owner == String.class || back != void.class ? show(found) : "null")) + "}");
            return new Ref(values.size() - 1);
        }

        void end() {
            OUT.println("[" + String.join(", ", steps) + "]");
        }
    }

    static String quote(String text) {
        StringBuilder shown = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            if (each >= ' ' && each < 127 && each != '"' && each != '\\') shown.append(each);
            else shown.append(String.format("\\u%04x", (int) each));
        }
        return shown.append('"').toString();
    }

    static String show(Object value) {
        if (value == null) return "{\"null\": true}";
        if (value instanceof String text) return quote(text);
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) return value.toString();
        if (value instanceof Character letter) return String.valueOf((int) letter);
        if (value instanceof Boolean truth) return truth ? "1" : "0";
        if (value instanceof byte[] data) return "{\"B\": " + Arrays.toString(data) + "}";
        if (value instanceof int[] data) return "{\"I\": " + Arrays.toString(data) + "}";
        if (value instanceof char[] data) {
            List<String> items = new ArrayList<>();
            for (char each : data) items.add(String.valueOf((int) each));
            return "{\"C\": " + items + "}";
        }
        if (value instanceof Object[] data && (data.length == 0 || data[0] instanceof String)) {
            List<String> items = new ArrayList<>();
            for (Object each : data) items.add(show(each));
            return "{\"L\": " + items + "}";
        }
        if (value instanceof Charset charset) return "{\"charset\": " + quote(charset.name()) + "}";
        if (value == Locale.ROOT) return "{\"locale\": \"ROOT\"}";
        return "{\"object\": true}";
    }

    static Object any(Class<?> type, String name) {
        if (type == String.class || type == CharSequence.class || type == Object.class)
            return name.equals("split") || name.startsWith("replaceAll") ? (RANDOM.nextBoolean() ? PATTERNS : TEXTS)[RANDOM.nextInt(15)] : TEXTS[RANDOM.nextInt(TEXTS.length)];
        if (type == int.class && (name.startsWith("copyOf") || name.equals("setLength"))) return RANDOM.nextInt(9) - 1;
        if (type == int.class) return RANDOM.nextInt(3) > 0 ? RANDOM.nextInt(6) : INTS[RANDOM.nextInt(INTS.length)];
        if (type == long.class) return LONGS[RANDOM.nextInt(LONGS.length)];
        if (type == char.class) return CHARS[RANDOM.nextInt(CHARS.length)];
        if (type == byte.class) return (byte) RANDOM.nextInt(256);
        if (type == short.class) return (short) RANDOM.nextInt(65536);
        if (type == boolean.class) return RANDOM.nextBoolean();
        if (type == byte[].class) return BYTES[RANDOM.nextInt(BYTES.length)].clone();
        if (type == char[].class) return LETTERS[RANDOM.nextInt(LETTERS.length)].clone();
        if (type == int[].class) return new int[] {97, 0x1f600, 0xd800, RANDOM.nextInt(5)};
        if (type == Charset.class) return CHARSETS[RANDOM.nextInt(CHARSETS.length)];
        if (type == Locale.class) return Locale.ROOT;
        if (type == CharSequence[].class || type == Object[].class) return LISTS[RANDOM.nextInt(LISTS.length)].clone();
        throw new IllegalArgumentException(type.toString());
    }

    /** Calls of one method on whatever comes, receivers of builders made of a text first. */
    static void ask(Class<?> owner, String name, Class<?>... types) {
        for (int count = 0; count < (types.length == 0 ? 6 : MOST); count++) {
            Script script = new Script();
            List<Object> given = new ArrayList<>();
            boolean isStatic = false;
            if (!name.equals("<init>")) {
                try {
                    isStatic = Modifier.isStatic(owner.getMethod(name, types).getModifiers());
                } catch (NoSuchMethodException error) {
                    throw new IllegalStateException(error);
                }
                if (!isStatic && owner == String.class) given.add(any(String.class, ""));
                else if (!isStatic && (owner == StringBuilder.class || owner == StringBuffer.class))
                    given.add(script.step(owner, "<init>", new Class<?>[] {String.class}, any(String.class, "")));
                else if (!isStatic) given.add(script.step(owner, "valueOf", new Class<?>[] {primitive(owner)}, any(primitive(owner), "")));
            }
            for (Class<?> type : types) given.add(any(type, name));
            script.step(owner, name, types, given.toArray());
            if (!isStatic && owner == StringBuilder.class && !name.equals("<init>"))
                script.step(owner, "toString", new Class<?>[0], given.get(0));
            script.end();
        }
    }

    static Class<?> primitive(Class<?> box) {
        try {
            return (Class<?>) box.getField("TYPE").get(null);
        } catch (ReflectiveOperationException error) {
            throw new IllegalStateException(error);
        }
    }

    static void texts() {
        Class<?> s = String.class, q = CharSequence.class;
        Class<?> i = int.class, c = char.class, o = Object.class;
        for (String name : new String[] {"length", "isEmpty", "hashCode", "trim", "toCharArray", "getBytes", "intern", "toString"}) ask(s, name);
        for (String name : new String[] {"charAt", "substring", "indexOf", "lastIndexOf", "codePointAt"}) ask(s, name, i);
        for (String name : new String[] {"substring", "subSequence", "indexOf", "lastIndexOf"}) ask(s, name, i, i);
        for (String name : new String[] {"indexOf", "lastIndexOf", "concat", "startsWith", "endsWith", "split"}) ask(s, name, s);
        ask(s, "indexOf", s, i); ask(s, "lastIndexOf", s, i); ask(s, "startsWith", s, i);
        ask(s, "contains", q); ask(s, "equals", o); ask(s, "replace", c, c); ask(s, "replace", q, q);
        ask(s, "replaceAll", s, s); ask(s, "split", s, i); ask(s, "split", s);
        ask(s, "join", q, CharSequence[].class);
        ask(s, "getBytes", Charset.class); ask(s, "getBytes", s);
        ask(s, "toUpperCase"); ask(s, "toLowerCase"); ask(s, "toUpperCase", Locale.class); ask(s, "toLowerCase", Locale.class);
        for (Class<?> type : new Class<?>[] {c, i, long.class, boolean.class, char[].class, o}) ask(s, "valueOf", type);
        ask(s, "valueOf", char[].class, i, i); ask(s, "copyValueOf", char[].class);
        ask(s, "<init>"); ask(s, "<init>", s); ask(s, "<init>", char[].class); ask(s, "<init>", char[].class, i, i);
        ask(s, "<init>", byte[].class); ask(s, "<init>", byte[].class, Charset.class); ask(s, "<init>", byte[].class, i, i);
        ask(s, "<init>", byte[].class, i, i, Charset.class); ask(s, "<init>", int[].class, i, i); ask(s, "<init>", byte[].class, i);
        ask(s, "<init>", byte[].class, i, i, i);
        Class<?> letter = Character.class;
        ask(letter, "digit", c, i); ask(letter, "forDigit", i, i); ask(letter, "getNumericValue", c);
        for (String name : new String[] {"isDigit", "isLetter", "isUpperCase", "isLowerCase", "toUpperCase", "toLowerCase", "toString"}) ask(letter, name, c);
        ask(letter, "charValue"); ask(letter, "toString");
    }

    static void builders() {
        for (Class<?> b : new Class<?>[] {StringBuilder.class, StringBuffer.class}) {
            Class<?> i = int.class, c = char.class, s = String.class;
            for (Class<?> type : new Class<?>[] {c, i, long.class, boolean.class, char[].class, s, CharSequence.class, Object.class}) ask(b, "append", type);
            ask(b, "append", char[].class, i, i); ask(b, "append", CharSequence.class, i, i);
            ask(b, "insert", i, c); ask(b, "insert", i, s); ask(b, "insert", i, i); ask(b, "insert", i, CharSequence.class, i, i);
            ask(b, "reverse"); ask(b, "length"); ask(b, "charAt", i); ask(b, "setCharAt", i, c); ask(b, "deleteCharAt", i);
            ask(b, "delete", i, i); ask(b, "setLength", i); ask(b, "substring", i); ask(b, "substring", i, i);
            ask(b, "indexOf", s); ask(b, "indexOf", s, i); ask(b, "<init>", i);
        }
    }

    static void numbers() {
        Class<?> s = String.class, i = int.class, l = long.class;
        Map<Class<?>, String> parsing = new LinkedHashMap<>();
        parsing.put(Integer.class, "parseInt"); parsing.put(Long.class, "parseLong");
        parsing.put(Byte.class, "parseByte"); parsing.put(Short.class, "parseShort");
        for (Map.Entry<Class<?>, String> each : parsing.entrySet()) {
            Class<?> box = each.getKey();
            for (int times = 0; times < 3; times++) { ask(box, each.getValue(), s); ask(box, each.getValue(), s, i); }
            ask(box, "valueOf", s); ask(box, "valueOf", s, i);
            ask(box, "toString"); ask(box, "toString", primitive(box));
            for (String name : new String[] {"intValue", "longValue", "byteValue", "shortValue"}) ask(box, name);
        }
        ask(Integer.class, "toHexString", i); ask(Long.class, "toHexString", l); ask(Integer.class, "toBinaryString", i); ask(Integer.class, "toString", i, i);
        for (String name : new String[] {"rotateLeft", "rotateRight"}) { ask(Integer.class, name, i, i); ask(Long.class, name, l, i); }
        for (String name : new String[] {"min", "max", "floorMod"}) { ask(Math.class, name, i, i); ask(Math.class, name, l, l); }
        for (Class<?> type : new Class<?>[] {i, l}) for (int times = 0; times < 3; times++) ask(Math.class, "abs", type);
        ask(Boolean.class, "booleanValue"); ask(Boolean.class, "valueOf", s);
    }

    static void octets() throws Exception {
        Class<?> b = byte[].class, i = int.class, s = String.class;
        for (String kind : new String[] {"getDecoder", "getUrlDecoder", "getMimeDecoder"}) {
            for (String text : new String[] {"", "aGVsbG8=", "aGVsbG8", "aGVsbG8==", "YQ==", "YQ=", "YQ", "Y", "a+b/", "a-b_", "aG Vs\nbG8=", "YR==", "!!!!", "YQ==YQ=="}) {
                Script script = new Script();
                Ref coder = script.step(Base64.class, kind, new Class<?>[0]);
                script.step(Base64.Decoder.class, "decode", new Class<?>[] {s}, coder, text);
                script.end();
            }
        }
        for (String kind : new String[] {"getEncoder", "getUrlEncoder"}) {
            for (byte[] data : BYTES) {
                Script script = new Script();
                Ref coder = script.step(Base64.class, kind, new Class<?>[0]);
                script.step(Base64.Encoder.class, "encodeToString", new Class<?>[] {b}, coder, data);
                script.end();
            }
        }
        ask(Arrays.class, "copyOf", b, i); ask(Arrays.class, "copyOfRange", b, i, i); ask(Arrays.class, "copyOf", char[].class, i);
        ask(Arrays.class, "equals", b, b); ask(Arrays.class, "equals", char[].class, char[].class);
        for (int count = 0; count < 30; count++) {
            Script script = new Script();
            Ref from = script.step(Arrays.class, "copyOf", new Class<?>[] {b, i}, new byte[] {1, 2, 3, 4, 5}, 5);
            int[] n = {RANDOM.nextInt(7) - 1, RANDOM.nextInt(7) - 1, RANDOM.nextInt(7) - 1};
            script.step(System.class, "arraycopy", new Class<?>[] {Object.class, i, Object.class, i, i}, from, n[0], from, n[1], n[2]);
            script.step(Arrays.class, "copyOf", new Class<?>[] {b, i}, from, 5);
            script.end();
            Script filling = new Script();
            Ref array = filling.step(Arrays.class, "copyOf", new Class<?>[] {b, i}, new byte[] {1, 2, 3}, 3);
            filling.step(Arrays.class, "fill", new Class<?>[] {b, i, i, byte.class}, array, n[0], n[1], (byte) 9);
            filling.step(Arrays.class, "copyOf", new Class<?>[] {b, i}, array, 3);
            filling.end();
        }
        for (String name : new String[] {"MD5", "SHA-1", "SHA-256", "SHA-512", "sha256", "NONE"}) {
            for (byte[] data : BYTES) {
                Script script = new Script();
                Ref digest = script.step(MessageDigest.class, "getInstance", new Class<?>[] {s}, name);
                script.step(MessageDigest.class, "update", new Class<?>[] {b}, digest, data);
                script.step(MessageDigest.class, "update", new Class<?>[] {b}, digest, new byte[] {7});
                script.step(MessageDigest.class, "digest", new Class<?>[0], digest);
                script.step(MessageDigest.class, "digest", new Class<?>[] {b}, digest, data);
                script.end();
            }
        }
    }

    static void ciphers() throws Exception {
        Class<?> b = byte[].class, i = int.class, s = String.class;
        String plain = "content://com.android.contacts/data/phones";
        for (String way : new String[] {
            "AES", "AES/ECB/PKCS5Padding", "AES/CBC/PKCS5Padding", "AES/CBC/NoPadding", "AES/CTR/NoPadding", "AES/GCM/NoPadding",
            "DES/ECB/PKCS5Padding", "DES/CBC/PKCS5Padding", "DESede/CBC/PKCS5Padding", "AES/CFB/NoPadding", "AES/CBC/ISO10126Padding", "RC4", "Blowfish",
        }) {
            String algorithm = way.split("/")[0];
            int size = algorithm.equals("DES") ? 8 : algorithm.equals("DESede") ? 24 : 16;
            byte[] key = "0123456789abcdefghijklmn".substring(0, size).getBytes(), vector = new byte[algorithm.startsWith("DES") ? 8 : 16];
            boolean vectored = way.contains("CBC") || way.contains("CTR") || way.contains("CFB"), tagged = way.contains("GCM");
            byte[] data = plain.getBytes();
            if (way.contains("CBC/NoP")) data = Arrays.copyOf(data, 48);
            Cipher cipher = Cipher.getInstance(way);
            SecretKeySpec secret = new SecretKeySpec(key, algorithm);
            if (tagged) cipher.init(1, secret, new GCMParameterSpec(128, new byte[12]));
            else if (vectored) cipher.init(1, secret, new IvParameterSpec(vector));
            else cipher.init(1, secret);
            byte[] scrambled = way.contains("ISO10126") ? new byte[48] : cipher.doFinal(data);
            for (int damage = 0; damage < 3; damage++) {
                byte[] taken = damage == 0 ? scrambled : damage == 1 ? Arrays.copyOf(scrambled, scrambled.length - 1) : new byte[0];
                Script script = new Script();
                Ref made = script.step(SecretKeySpec.class, "<init>", new Class<?>[] {b, s}, key, algorithm);
                Ref decoder = script.step(Cipher.class, "getInstance", new Class<?>[] {s}, way);
                if (tagged) {
                    Ref spec = script.step(GCMParameterSpec.class, "<init>", new Class<?>[] {i, b}, 128, new byte[12]);
                    script.step(Cipher.class, "init", new Class<?>[] {i, Key.class, java.security.spec.AlgorithmParameterSpec.class}, decoder, 2, made, spec);
                } else if (vectored) {
                    Ref spec = script.step(IvParameterSpec.class, "<init>", new Class<?>[] {b}, vector);
                    script.step(Cipher.class, "init", new Class<?>[] {i, Key.class, java.security.spec.AlgorithmParameterSpec.class}, decoder, 2, made, spec);
                } else script.step(Cipher.class, "init", new Class<?>[] {i, Key.class}, decoder, 2, made);
                script.step(Cipher.class, "doFinal", new Class<?>[] {b}, decoder, taken);
                if (damage == 0 || !way.contains("Blow")) script.end();
            }
        }
    }

    static void streams() {
        Class<?> b = byte[].class, i = int.class;
        byte[] data = {0, 3, 97, 98, 99, -1, -2, 0, 10, 104, 105, 13, 10, 120, 13, 121, 10};
        for (int start = 0; start < 10; start += 3) {
            Script script = new Script();
            Ref source = script.step(ByteArrayInputStream.class, "<init>", new Class<?>[] {b, i, i}, data, start, 9);
            Ref stream = script.step(DataInputStream.class, "<init>", new Class<?>[] {InputStream.class}, source);
            script.step(DataInputStream.class, "readShort", new Class<?>[0], stream);
            script.step(DataInputStream.class, "readByte", new Class<?>[0], stream);
            script.step(DataInputStream.class, "readInt", new Class<?>[0], stream);
            script.step(InputStream.class, "available", new Class<?>[0], stream);
            script.step(InputStream.class, "readAllBytes", new Class<?>[0], stream);
            script.step(InputStream.class, "read", new Class<?>[0], stream);
            script.step(DataInputStream.class, "readLong", new Class<?>[0], stream);
            script.end();
        }
        Script text = new Script();
        Ref stream = text.step(DataInputStream.class, "<init>", new Class<?>[] {InputStream.class}, text.step(ByteArrayInputStream.class, "<init>", new Class<?>[] {b}, data));
        text.step(DataInputStream.class, "readUTF", new Class<?>[0], stream);
        text.step(DataInputStream.class, "readUTF", new Class<?>[0], stream);
        text.end();
        for (int start : new int[] {9, 13}) {
            Script lines = new Script();
            Ref source = lines.step(ByteArrayInputStream.class, "<init>", new Class<?>[] {b, i, i}, data, start, 30);
            Ref reader = lines.step(InputStreamReader.class, "<init>", new Class<?>[] {InputStream.class, Charset.class}, source, StandardCharsets.UTF_8);
            Ref buffered = lines.step(BufferedReader.class, "<init>", new Class<?>[] {Reader.class}, reader);
            for (int count = 0; count < 4; count++) lines.step(BufferedReader.class, "readLine", new Class<?>[0], buffered);
            lines.end();
        }
        for (int size = 0; size < 5; size++) {
            Script sink = new Script();
            Ref out = sink.step(ByteArrayOutputStream.class, "<init>", new Class<?>[0]);
            sink.step(ByteArrayOutputStream.class, "write", new Class<?>[] {i}, out, 200 + size * 60);
            sink.step(ByteArrayOutputStream.class, "write", new Class<?>[] {b, i, i}, out, data, size, 5 * size);
            sink.step(ByteArrayOutputStream.class, "size", new Class<?>[0], out);
            sink.step(ByteArrayOutputStream.class, "toByteArray", new Class<?>[0], out);
            sink.end();
            Script filling = new Script();
            Ref in = filling.step(ByteArrayInputStream.class, "<init>", new Class<?>[] {b}, data);
            Ref array = filling.step(Arrays.class, "copyOf", new Class<?>[] {b, i}, new byte[6], 6);
            filling.step(InputStream.class, "read", new Class<?>[] {b, i, i}, in, array, size, size);
            filling.step(InputStream.class, "read", new Class<?>[] {b}, in, array);
            filling.step(Arrays.class, "copyOf", new Class<?>[] {b, i}, array, 6);
            filling.step(InputStream.class, "read", new Class<?>[] {b, i, i}, in, array, size, 6);
            filling.end();
        }
    }

    static void collections() {
        Class<?> o = Object.class, i = int.class;
        Script list = new Script();
        Ref made = list.step(ArrayList.class, "<init>", new Class<?>[0]);
        for (String each : new String[] {"a", "b", "c"}) list.step(ArrayList.class, "add", new Class<?>[] {o}, made, each);
        list.step(List.class, "get", new Class<?>[] {i}, made, 1);
        Ref copy = list.step(ArrayList.class, "<init>", new Class<?>[] {Collection.class}, made);
        list.step(ArrayList.class, "add", new Class<?>[] {o}, made, "d");
        list.step(List.class, "size", new Class<?>[0], copy);
        list.step(List.class, "toArray", new Class<?>[0], made);
        Ref steps = list.step(List.class, "iterator", new Class<?>[0], copy);
        for (int count = 0; count < 4; count++) {
            list.step(Iterator.class, "hasNext", new Class<?>[0], steps);
            list.step(Iterator.class, "next", new Class<?>[0], steps);
        }
        list.end();
        Script map = new Script();
        Ref keyed = map.step(HashMap.class, "<init>", new Class<?>[0]);
        map.step(HashMap.class, "put", new Class<?>[] {o, o}, keyed, "a", "1");
        map.step(HashMap.class, "put", new Class<?>[] {o, o}, keyed, "a", "2");
        map.step(Map.class, "get", new Class<?>[] {o}, keyed, "a");
        map.step(Map.class, "get", new Class<?>[] {o}, keyed, "b");
        map.step(Map.class, "containsKey", new Class<?>[] {o}, keyed, "b");
        map.step(Map.class, "getOrDefault", new Class<?>[] {o, o}, keyed, "b", "none");
        map.step(Map.class, "size", new Class<?>[0], keyed);
        map.end();
    }

    static void arithmetic() {
        for (int left : new int[] {0, 3, -7, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE}) for (int right : new int[] {0, 1, -1, 7, 33, Integer.MIN_VALUE}) {
            String[][] all = {
                {"add-int", "" + (left + right)}, {"sub-int", "" + (left - right)}, {"mul-int", "" + (left * right)},
                {"div-int", right == 0 ? "null" : "" + (left / right)}, {"rem-int", right == 0 ? "null" : "" + (left % right)},
                {"and-int", "" + (left & right)}, {"or-int", "" + (left | right)}, {"xor-int", "" + (left ^ right)},
                {"shl-int", "" + (left << right)}, {"shr-int", "" + (left >> right)}, {"ushr-int", "" + (left >>> right)},
            };
            for (String[] each : all) OUT.println("{\"op\": \"" + each[0] + "\", \"left\": " + left + ", \"right\": " + right + ", \"gives\": " + each[1] + "}");
        }
        for (long left : new long[] {0, 7, -1, -(1L << 33), Long.MAX_VALUE, Long.MIN_VALUE}) for (long right : new long[] {0, 1, -1, 33, 65, Long.MIN_VALUE}) {
            int by = (int) right;
            String[][] all = {
                {"add-long", "" + (left + right)}, {"sub-long", "" + (left - right)}, {"mul-long", "" + (left * right)},
                {"div-long", right == 0 ? "null" : "" + (left / right)}, {"rem-long", right == 0 ? "null" : "" + (left % right)},
                {"and-long", "" + (left & right)}, {"or-long", "" + (left | right)}, {"xor-long", "" + (left ^ right)},
                {"shl-long", "" + (left << by)}, {"shr-long", "" + (left >> by)}, {"ushr-long", "" + (left >>> by)},
                {"cmp-long", "" + Long.compare(left, right)},
            };
            for (String[] each : all) OUT.println("{\"op\": \"" + each[0] + "\", \"left\": " + left + ", \"right\": " + right + ", \"gives\": " + each[1] + "}");
        }
        for (int left : INTS) {
            String[][] all = {
                {"neg-int", "" + -left}, {"not-int", "" + ~left}, {"int-to-long", "" + (long) left}, {"int-to-byte", "" + (byte) left},
                {"int-to-char", "" + (int) (char) left}, {"int-to-short", "" + (short) left},
            };
            for (String[] each : all) OUT.println("{\"op\": \"" + each[0] + "\", \"left\": " + left + ", \"gives\": " + each[1] + "}");
        }
        for (long left : LONGS) {
            String[][] all = {{"neg-long", "" + -left}, {"not-long", "" + ~left}, {"long-to-int", "" + (int) left}};
            for (String[] each : all) OUT.println("{\"op\": \"" + each[0] + "\", \"left\": " + left + ", \"gives\": " + each[1] + "}");
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            arithmetic();
        } else {
            texts();
            builders();
            numbers();
            octets();
            ciphers();
            streams();
            collections();
        }
        OUT.flush();
    }
}
